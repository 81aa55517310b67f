using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Html;

/// <summary>The page's one style sheet, and the content security policy that allows it and nothing else.</summary>
internal static class PageStyle
{
    private static readonly string[] Sheets = ["base.css", "verdicts.css", "sections.css", "diagram.css", "comparison.css", "print.css"];

    private static readonly string Css = string.Concat(Sheets.Select(EmbeddedData.Text)).ReplaceLineEndings("\n");

    public static MarkupString Element { get; } = new($"<style>{Css}</style>");

    /// <summary>Nothing loads, nothing runs, nothing is sent; a hostile text that got through the encoding would still be inert.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; img-src data:; style-src 'sha256-{Hash(Css)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string css) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)));
}
