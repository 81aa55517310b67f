using Prober.Lab.Assets;

namespace Prober.Lab.Applications;

/// <summary>The frame of an application's pages.</summary>
internal static class ApplicationLayout
{
    public static string Render(string application, string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Markup.Encode(title)} · {Markup.Encode(application)}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="{LabAssets.Stylesheet}">
        </head>
        <body class="{application.ToLowerInvariant()}">
          <header class="bar"><strong>{Markup.Encode(application)}</strong><a href="/">Home</a></header>
          <main class="page">
            {body}
          </main>
        </body>
        </html>
        """;
}
