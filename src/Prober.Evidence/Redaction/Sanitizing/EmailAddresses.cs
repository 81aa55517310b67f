using System.Text.RegularExpressions;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>Masks e-mail addresses wherever they stand; they are personal by their looks alone.</summary>
internal sealed partial class EmailAddresses(SecretMask mask)
{
    public string Rewrite(string text) => text.AsSpan().ContainsAny("@%&\\") ? Address().Replace(text, Masked) : text;

    private string Masked(Match match)
    {
        var address = match.Value.Replace(match.Groups["at"].Value, "@", StringComparison.Ordinal);
        var masked = mask(SecretKind.Personal, address);
        return masked == address ? match.Value : masked;
    }

    [GeneratedRegex(@"[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}(?<at>@|%40|&#64;|&#x40;|\\u0040)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,12}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
