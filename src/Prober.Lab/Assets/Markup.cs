using System.Text.Encodings.Web;

namespace Prober.Lab.Assets;

/// <summary>Text made safe to stand in HTML.</summary>
internal static class Markup
{
    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
