using System.Text.RegularExpressions;
using Prober.Evidence.Har;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>Remembers every sensitive value that the first walk over a HAR is shown, opens tokens for those inside, and says what must stay readable.</summary>
internal sealed partial class HarCollector
{
    private readonly HashSet<(SecretKind Kind, string Value)> _seen = [];
    private readonly HashSet<string> _public = new(StringComparer.Ordinal);
    private readonly ClaimsRewriter _claims;

    public HarCollector(IReadOnlySet<string> kept) => _claims = new(Remember, kept);

    public string Remember(SecretKind kind, string value)
    {
        if (value.Length == 0 || !_seen.Add((kind, value)) || !JwtParts.LooksLikeJwt(value)) return value;
        if (JwtParts.Decode(value).Claims is not { } claims) return value;
        _claims.Rewrite(claims);
        foreach (var claim in claims.Where(claim => SensitiveNames.IsKeptClaim(claim.Key))) Publish(claim.Value?.ToString());
        return value;
    }

    public void Publish(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) _public.Add(text);
    }

    public void PublishUrl(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri)) Publish(uri.Host);
        foreach (var parameter in QueryString.OfUrl(url).Where(parameter => SensitiveNames.IsPublic(parameter.Name))) Publish(UrlParts.Of(parameter.Value).Path);
    }

    /// <summary>What the second walk and the audit look for; and of what there may be hashes.</summary>
    public KnownSecrets Secrets(SanitizeOptions options, SanitizingMasks masks)
    {
        var secrets = new KnownSecrets();
        foreach (var text in options.AlsoMask) secrets.Add(text, options.KeepSecrets || options.KeepPersonal ? SecretKind.ClientSecret : SecretKind.Personal);
        foreach (var text in _public) secrets.Protect(text);
        foreach (var (kind, value) in _seen) masks.Hashed(kind, value);
        // What its mask leaves as it is, such as the token of a copy, is no secret.
        foreach (var (kind, value) in _seen.Where(seen => !options.Keeps(seen.Kind) && masks.Of(seen.Kind, seen.Value) != seen.Value))
        {
            SecretCollector.Register(secrets, kind, value);
            if (kind == SecretKind.Personal && FullName().IsMatch(value)) secrets.Add(value, kind);
        }

        return secrets;
    }

    // Two to four words that begin with capitals, in a place for personal data: "Ada Lovelace" is no word of a page by chance.
    [GeneratedRegex(@"^\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]+){1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();
}
