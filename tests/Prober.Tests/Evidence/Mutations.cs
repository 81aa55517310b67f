using System.Text;

namespace Prober.Tests.Evidence;

/// <summary>Breaks a text in small ways: cut, doubled, swapped, replaced by what decoders stumble over. The same ways at every run.</summary>
internal static class Mutations
{
    private static readonly string[] Stumbles =
        ["", "\0", "\uFFFD", "\uD800", "é", "=", "==", "%", "%zz", "+", " ", "\r\n", "<", ">", "&", "&x;", "<!--", "<![CDATA[", "<!DOCTYPE a>", "]]>", "\"", "'", "{", "[", "null", "-1", "1e999", ".", "..", "eyJ", "#", "AAAA"];

    public static IEnumerable<string> Of(string text, int count)
    {
        // Not for security: a fixed seed makes every run the same.
        var random = new Random(20260312);
        yield return text;
        yield return "";
        for (var round = 2; round < count; round++)
        {
            var broken = text;
            for (var times = random.Next(1, 4); times > 0; times--) broken = Break(broken, random);
            yield return broken;
        }
    }

    private static string Break(string text, Random random)
    {
        if (text.Length == 0) return Stumbles[random.Next(Stumbles.Length)];
        var at = random.Next(text.Length);
        var end = Math.Min(text.Length, at + random.Next(1, 80));
        return random.Next(6) switch
        {
            0 => text[..at],
            1 => text[..at] + text[end..],
            2 => text[..end] + text[at..],
            3 => new StringBuilder(text) { [at] = (char)random.Next(1, 0x2FF) }.ToString(),
            4 => text[..at] + Stumbles[random.Next(Stumbles.Length)] + text[end..],
            _ => text[..at] + Stumbles[random.Next(Stumbles.Length)] + text[at..],
        };
    }
}
