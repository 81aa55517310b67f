using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Masks e-mail addresses wherever they stand; they are personal by their looks alone. Only around an at sign, however it is escaped, is looked
/// closer: a page's scripts are megabytes of words that each could begin one.
/// </summary>
internal sealed partial class EmailAddresses(SecretMask mask)
{
    private const int LongestLocalPart = 64;

    /// <value>Characters of the longest sign and of six labels with their points.</value>
    private const int LongestRest = 6 + (6 * 64);

    private static readonly SearchValues<string> Signs = SearchValues.Create(["@", "%40", "&#64;", "&#x40;", "\\u0040"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> LocalPart = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-");

    public string Rewrite(string text)
    {
        StringBuilder? result = null;
        var (copied, from) = (0, 0);
        while (text.AsSpan(from).IndexOfAny(Signs) is >= 0 and var next)
        {
            var sign = from + next;
            from = sign + 1;
            var start = Begin(text, copied, sign);
            if (start == sign || Address().Match(text, start, Math.Min(text.Length - start, sign - start + LongestRest)) is not { Success: true } match) continue;
            (result ??= new(text.Length)).Append(text, copied, match.Index - copied).Append(Masked(match));
            copied = match.Index + match.Length;
            from = Math.Max(from, copied);
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static int Begin(string text, int earliest, int sign)
    {
        var before = text.AsSpan(earliest, sign - earliest);
        if (before.Length > LongestLocalPart) before = before[^LongestLocalPart..];
        return sign - before.Length + before.LastIndexOfAnyExcept(LocalPart) + 1;
    }

    private string Masked(Match match)
    {
        var address = match.Value.Replace(match.Groups["at"].Value, "@", StringComparison.Ordinal);
        var masked = mask(SecretKind.Personal, address);
        return masked == address ? match.Value : masked;
    }

    [GeneratedRegex(@"[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}(?<at>@|%40|&#64;|&#x40;|\\u0040)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,12}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
