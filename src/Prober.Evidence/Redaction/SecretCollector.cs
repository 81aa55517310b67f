using Prober.Evidence.Expected;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Reads raw evidence for values that must not get out: cookies, codes, tokens, states, form secrets, storage. What reports need to
/// stay readable (issuers, client ids, addresses) is protected first, so that a cookie that repeats a client id does not hide it everywhere.
/// </summary>
public static class SecretCollector
{
    public static void Collect(EvidenceBundle raw, KnownSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(secrets);
        foreach (var text in Public(raw)) secrets.Protect(text);
        var seen = new HashSet<(SecretKind Kind, string Value)>();
        var rewriter = new EvidenceRewriter(Remember, text => text, new HashSet<string>());
        rewriter.Rewrite(raw);
        foreach (var (kind, value) in seen) Register(secrets, kind, value);

        string Remember(SecretKind kind, string value)
        {
            seen.Add((kind, value));
            return value;
        }
    }

    internal static void Register(KnownSecrets secrets, SecretKind kind, string value)
    {
        if (kind == SecretKind.Password)
        {
            foreach (var spelling in Spellings(value)) Typed(secrets, spelling);
        }
        else secrets.AddSeen(value, kind);
        // A signature alone is what makes the rest of a known token usable again.
        if (kind == SecretKind.Token && value.LastIndexOf('.') is > 0 and var dot && value.Length - dot > 40) secrets.AddSeen(value[(dot + 1)..], kind);
    }

    // Recorders disagree whether a field's value is still escaped; what it says elsewhere, the page that repeats it for one, is the text itself.
    private static IEnumerable<string> Spellings(string value) => value.AsSpan().ContainsAny('%', '+') ? [value, Uri.UnescapeDataString(value), UrlParameter.Decode(value)] : [value];

    private static void Typed(KnownSecrets secrets, string value)
    {
        if (IsSearchable(value)) secrets.Add(value, SecretKind.Password);
        else secrets.AddSeen(value, SecretKind.Password);
    }

    // A password of a stranger's file may be any word; masked it is in its field, but "true" or "password" must not vanish everywhere.
    private static bool IsSearchable(string value) => value.Length >= 6 && value.AsSpan().ContainsAnyExceptInRange('a', 'z');

    private static IEnumerable<string?> Public(EvidenceBundle raw)
    {
        var entries = raw.Traffic.Value?.Entries ?? [];
        return [raw.Run.Scenario, .. OfExpectations(raw.Expectations), .. entries.SelectMany(OfEntry).Distinct(), .. (raw.Tokens.Value ?? []).SelectMany(token => KeptClaims(token))];
    }

    private static IEnumerable<string?> OfExpectations(Expectations expectations) =>
    [
        expectations.Provider.Issuer,
        .. expectations.Provider.Hosts,
        .. expectations.Provider.UpstreamHosts,
        expectations.Connection,
        expectations.Acr,
        .. expectations.Amr,
        .. expectations.Groups,
        .. expectations.Applications.SelectMany(application => (string?[])
        [
            application.Name, application.ClientId, UrlParts.Of(application.Url).Path, UrlParts.Of(application.ProtectedUrl).Path, UrlParts.Of(application.PostLogoutUrl).Path,
            .. application.CallbackUrls.Select(url => UrlParts.Of(url).Path),
        ]),
    ];

    private static IEnumerable<string> OfEntry(HarEntry entry) =>
    [
        entry.Request.Uri?.Host ?? "",
        .. QueryString.OfUrl(entry.Request.Url).Where(parameter => SensitiveNames.IsPublic(parameter.Name)).Select(parameter => UrlParts.Of(parameter.Value).Path),
        .. CookieHeader.Of(entry.Request).Select(cookie => cookie.Name),
    ];

    private static IEnumerable<string> KeptClaims(Tokens.CapturedToken token) =>
        (token.Claims ?? []).Where(claim => SensitiveNames.IsKeptClaim(claim.Key)).Select(claim => claim.Value?.ToString() ?? "");
}
