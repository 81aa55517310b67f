using System.Globalization;
using System.Net;
using System.Text;

namespace Prober.Evidence.Redaction;

/// <summary>Reads one escape: <c>%C3%A4</c> (RFC 3986), <c>&amp;#x27;</c> (HTML), <c>\u0027</c>, <c>\/</c> or <c>\x27</c> (JSON, JavaScript).</summary>
internal static class Escape
{
    /// <summary>Number of source characters of the escape at a position, 0 when there is none.</summary>
    public static int Read(string text, int at, out string decoded)
    {
        decoded = "";
        return text[at] switch { '%' => Percent(text, at, ref decoded), '&' => Entity(text, at, ref decoded), '\\' => Backslash(text, at, ref decoded), _ => 0 };
    }

    private static int Percent(string text, int at, ref string decoded)
    {
        if (!TryHex(text, at + 1, 2, out var first)) return 0;
        if (first < 0x80)
        {
            decoded = ((char)first).ToString();
            return 3;
        }

        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        for (var next = at; count < 4 && next < text.Length && text[next] == '%' && TryHex(text, next + 1, 2, out var value); next += 3) bytes[count++] = (byte)value;
        if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) != System.Buffers.OperationStatus.Done) return 0;
        decoded = rune.ToString();
        return used * 3;
    }

    private static int Entity(string text, int at, ref string decoded)
    {
        var end = text.AsSpan(at, Math.Min(12, text.Length - at)).IndexOf(';');
        if (end < 2) return 0;
        var entity = text.Substring(at, end + 1);
        decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity ? 0 : entity.Length;
    }

    private static int Backslash(string text, int at, ref string decoded)
    {
        if (at + 1 >= text.Length) return 0;
        var (digits, simple) = text[at + 1] switch
        {
            'u' => (4, '\0'),
            'x' => (2, '\0'),
            '"' or '\\' or '/' or '\'' => (0, text[at + 1]),
            'n' => (0, '\n'),
            'r' => (0, '\r'),
            't' => (0, '\t'),
            _ => (-1, '\0'),
        };
        if (digits < 0) return 0;
        if (digits == 0)
        {
            decoded = simple.ToString();
            return 2;
        }

        if (!TryHex(text, at + 2, digits, out var value)) return 0;
        decoded = ((char)value).ToString();
        return 2 + digits;
    }

    private static bool TryHex(string text, int at, int digits, out int value)
    {
        value = 0;
        return at + digits <= text.Length && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
