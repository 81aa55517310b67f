using Microsoft.AspNetCore.Components;

namespace Prober.Reporting.Html;

/// <summary>A screenshot as a data address. Only what begins like a picture is shown: the page must not carry anything else.</summary>
internal static class Picture
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Riff => "RIFF"u8;

    public static bool IsPicture(ReadOnlyMemory<byte> image) => MediaType(image.Span) is not null;

    // As markup, because the renderer's encoder writes every plus sign of base64 as six characters.
    public static MarkupString Element(ReadOnlyMemory<byte> image) =>
        new($"<img alt=\"\" src=\"data:{MediaType(image.Span)};base64,{Convert.ToBase64String(image.Span)}\">");

    private static string? MediaType(ReadOnlySpan<byte> image) =>
        image.StartsWith(Png) ? "image/png"
        : image.StartsWith(Jpeg) ? "image/jpeg"
        : image.StartsWith(Riff) && image.Length > 12 && image[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;
}
