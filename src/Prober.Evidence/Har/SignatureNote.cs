using System.Text.RegularExpressions;

namespace Prober.Evidence.Har;

/// <summary>
/// What a sanitized copy says of a signature that it holds no more: the verdict on the original. Nobody who has the copy can verify it, and whoever
/// made the copy could have written anything.
/// </summary>
/// <param name="Verdict">A <see cref="Tokens.SignatureVerdict"/> or <see cref="Saml.SamlSignatureVerdict"/> in kebab case.</param>
/// <param name="Detail">Why, in one clause; null without.</param>
public sealed partial record SignatureNote(string Verdict, string? Detail)
{
    /// <summary>More than one recording can hold; what is beyond is left out.</summary>
    internal const int Most = 10_000;

    private const int LongestDetail = 300;

    /// <summary>A text of a file that anybody may have written, as one short line.</summary>
    internal static string? OneLine(string? detail)
    {
        if (string.IsNullOrWhiteSpace(detail)) return null;
        var line = Breaks().Replace(detail.Length > LongestDetail ? detail[..LongestDetail] : detail, " ").Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>The verdict as the enumeration has it; null for a word that it does not know.</summary>
    internal T? VerdictAs<T>()
        where T : struct, Enum => Enum.GetValues<T>().Where(value => WordOf(value) == Verdict).Select(value => (T?)value).FirstOrDefault();

    /// <summary>An enumeration's value in kebab case.</summary>
    internal static string WordOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
