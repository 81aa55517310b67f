using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Prober.Monitor.Web.Pages;

/// <summary>The page's style sheet, and the content security policy that allows it and nothing else.</summary>
internal static class PageStyle
{
    private static readonly string Css = Read();

    public static MarkupString Element { get; } = new($"<style>{Css}</style>");

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream("status.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
