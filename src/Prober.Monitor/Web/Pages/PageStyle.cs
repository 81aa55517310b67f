using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Prober.Monitor.Web.Pages;

/// <summary>The page's style sheet and script, and the content security policy that allows them and nothing else.</summary>
internal static class PageStyle
{
    private static readonly string Css = Read("status.css");

    public static MarkupString Element { get; } = new($"<style>{Css}</style>");

    public static string Policy { get; } =
        $"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Served at an address of its own, so that none has to be allowed inside a page.</summary>
    public static string Script { get; } = Read("live.js");

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
