using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The frame of every page of the identity provider: a card in the middle with the tenant's mark.</summary>
internal static class ProviderLayout
{
    public static string Render(string title, string body, string head = "") => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Markup.Encode(title)}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="{LabAssets.Stylesheet}">
          {head}
        </head>
        <body class="provider">
          <main class="card">
            <img class="mark" src="{LabAssets.Mark}" alt="Lab Identity" width="44" height="44">
            <h1>{Markup.Encode(title)}</h1>
            {body}
          </main>
        </body>
        </html>
        """;
}
