using System.Globalization;
using System.Text;

namespace Prober.Reporting.Wording;

/// <summary>
/// Text of the target made safe to show anywhere: one line, at most so many characters, and nothing in it that steers a
/// terminal or turns the reading direction around. Such characters become visible instead of vanishing.
/// </summary>
internal static class Printable
{
    /// <summary>Enough for any honest sentence.</summary>
    public const int SentenceLength = 1000;

    private const char Ellipsis = '…';

    public static string Line(string? text, int length = SentenceLength)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var clean = IsPlain(text) ? text : Clean(text, length * 2);
        return Clip(clean.Trim(), length);
    }

    /// <summary>Cuts to a length and says so; never splits a surrogate pair.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + Ellipsis;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return true;
    }

    private static string Clean(string text, int length)
    {
        var clean = new StringBuilder(Math.Min(text.Length, length));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > length)
                break;
            Append(clean, rune);
        }

        return clean.ToString();
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }
        else if (IsHidden(rune))
        {
            clean.Append("⟨U+").Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture)).Append('⟩');
        }
        else
        {
            clean.Append(rune.ToString());
        }
    }

    // Joiners shape words and emoji and cannot hide anything; every other control or format character can.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or 0x00AD),
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => rune.Value > 0xFFFF || rune.Value is 0xFFFE or 0xFFFF,
        _ => false,
    };
}
