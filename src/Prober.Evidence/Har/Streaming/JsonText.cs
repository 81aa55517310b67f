using System.Globalization;
using System.Text;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Decodes the bytes between a string's quotes. Broken UTF-8 and lone surrogates (where an exporter cut a text in the middle of a
/// character) become U+FFFD, an unknown escape stands for the character behind its backslash.
/// </summary>
internal static class JsonText
{
    public static string Decode(ReadOnlySpan<byte> raw, bool escaped)
    {
        var text = Encoding.UTF8.GetString(raw);
        return escaped && text.Contains('\\') ? Unescape(text) : text;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf('\\', at) is >= 0 and var escape)
        {
            result.Append(text, at, escape - at);
            at = Append(text, escape + 1, result);
        }

        result.Append(text, at, text.Length - at);
        return WithoutLoneSurrogates(result.ToString());
    }

    // Returns the place behind the escape.
    private static int Append(string text, int at, StringBuilder result)
    {
        if (at == text.Length) return at;
        if (text[at] == 'u' && at + 5 <= text.Length
            && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            result.Append((char)unit);
            return at + 5;
        }

        result.Append(text[at] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        return at + 1;
    }

    private static string WithoutLoneSurrogates(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
