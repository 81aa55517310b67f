using System.Text;

namespace Prober.Evidence.Har;

/// <summary>Sorts media types (RFC 9110 section 8.3) by what their body can tell.</summary>
public static class MediaTypes
{
    /// <summary>Type and subtype in lower case, without parameters; null for none and for the browsers' "x-unknown".</summary>
    public static string? Essence(string? mediaType)
    {
        if (string.IsNullOrWhiteSpace(mediaType)) return null;
        var end = mediaType.IndexOf(';', StringComparison.Ordinal);
        var essence = (end < 0 ? mediaType : mediaType[..end]).Trim().ToLowerInvariant();
        return essence is "" or "x-unknown" ? null : essence;
    }

    public static bool IsForm(string? mediaType) => Essence(mediaType) == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string? mediaType) => Essence(mediaType)?.StartsWith("multipart/", StringComparison.Ordinal) == true;

    public static bool IsJson(string? mediaType) =>
        Essence(mediaType) is { } essence && (essence is "application/json" or "text/json" || essence.EndsWith("+json", StringComparison.Ordinal));

    public static bool IsHtml(string? mediaType) => Essence(mediaType) is "text/html" or "application/xhtml+xml";

    public static bool IsXml(string? mediaType) =>
        Essence(mediaType) is { } essence
        && (essence is "application/xml" or "text/xml" || (essence.EndsWith("+xml", StringComparison.Ordinal) && essence != "image/svg+xml"));

    /// <summary>True for a body that a check may read.</summary>
    public static bool IsEvidence(string? mediaType) => Essence(mediaType) switch
    {
        null => true,
        "text/css" or "text/javascript" or "text/x-javascript" or "text/ecmascript" or "text/vtt" => false,
        "application/jwt" or "application/x-www-form-urlencoded" => true,
        var essence => essence.StartsWith("text/", StringComparison.Ordinal) || essence.EndsWith("+jwt", StringComparison.Ordinal)
            || IsJson(essence) || IsXml(essence),
    };

    /// <summary>True for what a page is furnished with: scripts, styles, fonts, pictures, sound. Takes the essence of a media type.</summary>
    internal static bool IsStatic(string? essence) => essence switch
    {
        null => false,
        "text/css" or "text/javascript" or "application/javascript" or "application/x-javascript" or "application/wasm" => true,
        _ => essence.StartsWith("image/", StringComparison.Ordinal) || essence.StartsWith("font/", StringComparison.Ordinal)
            || essence.StartsWith("application/font-", StringComparison.Ordinal) || essence.StartsWith("audio/", StringComparison.Ordinal) || essence.StartsWith("video/", StringComparison.Ordinal),
    };

    /// <summary>True for a body that is text at all.</summary>
    public static bool IsTextual(string? mediaType) =>
        IsEvidence(mediaType) || Essence(mediaType) is { } essence
            && (essence.StartsWith("text/", StringComparison.Ordinal)
                || essence is "application/javascript" or "application/x-javascript" or "application/ecmascript" or "image/svg+xml" or "application/manifest+json");

    /// <summary>The character set named by a media type's parameter, where it is one that needs no tables; UTF-8 otherwise.</summary>
    internal static Encoding CharacterSet(string? mediaType)
    {
        var at = mediaType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        var name = at < 0 ? "" : mediaType![(at + 8)..].Split(';')[0].Trim(' ', '"', '\'').ToLowerInvariant();
        return name is "iso-8859-1" or "latin1" or "windows-1252" or "us-ascii" ? Encoding.Latin1 : StrictUtf8;
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
