using System.Buffers;

namespace Prober.Evidence.Redaction;

/// <summary>Tells values made by a random generator from words, flags and addresses.</summary>
internal static class Randomness
{
    private static readonly SearchValues<char> NeverRandom = SearchValues.Create(" \t\r\n<>{}");
    private static readonly SearchValues<char> NeverPersonal = SearchValues.Create("<>{}=?/\\\r\n\t");

    /// <summary>Shortest value that is taken for random.</summary>
    public const int Shortest = 8;

    /// <summary>Long enough, many different characters, and of more than one class: <c>invalid_user_password</c> is a word, <c>x7Qp_a91</c> is not.</summary>
    public static bool LooksRandom(string value)
    {
        if (value.Length < Shortest || value.AsSpan().ContainsAny(NeverRandom) || IsAddress(value)) return false;
        bool lower = false, upper = false, digit = false;
        ulong seen = 0;
        foreach (var c in value)
        {
            lower |= char.IsAsciiLetterLower(c);
            upper |= char.IsAsciiLetterUpper(c);
            digit |= char.IsAsciiDigit(c);
            seen |= 1UL << (c & 63);
        }

        if (ulong.PopCount(seen) < 5) return false;
        // Letters of both cases alone are also how words are spelled; a random value of that kind is longer.
        return digit ? lower || upper || value.Length >= 12 : (lower && upper && value.Length >= 16) || value.Length >= 32;
    }

    /// <summary>E-mail addresses, telephone numbers and full names: personal data that can be searched for without hitting something else.</summary>
    public static bool IsPersonal(string value)
    {
        if (value.Length is < 6 or > 254 || value.AsSpan().ContainsAny(NeverPersonal)) return false;
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at > 0) return !value.Contains(' ') && value.IndexOf('.', at) > 0;
        return value.Count(char.IsAsciiDigit) >= 9 && value.All(c => char.IsAsciiDigit(c) || "+-() ".Contains(c));
    }

    private static bool IsAddress(string value) =>
        value.Contains("://", StringComparison.Ordinal) || value.Contains("%3A%2F%2F", StringComparison.OrdinalIgnoreCase) || value.StartsWith('/');
}
