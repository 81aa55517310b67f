using System.Text.Json.Nodes;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Extra;

/// <summary>One provider has one name: the issuer in every token, in the callback and in the metadata.</summary>
public sealed class IssuerDrift : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-issuer-drift", Stage.Extra, CheckClass.Root,
        "Does the provider call itself by one name everywhere?",
        "A custom domain beside the tenant's own one gives tokens of two issuers; whichever an application does not know, it refuses.",
        "Let every application and every API use one domain of the provider, and configure that one as issuer.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "a run in which the browser sees tokens, or the provider's metadata",
        References = ["OpenID Connect Core 1.0 section 2", "RFC 9207", "OpenID Connect Discovery 1.0 section 4.3"],
        Reasons = new Dictionary<string, string>
        {
            ["one-issuer"] = "every place names the same issuer",
            ["several-issuers"] = "places name different issuers",
            ["slash"] = "issuers differ in a slash at the end",
            ["not-seen"] = "fewer than two places name an issuer",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var named = OfTokens(evidence).Concat(OfCallbacks(evidence)).Concat(OfMetadata(evidence)).ToList();
        if (named.Count < 2) return Finding.Inconclusive("not-seen", "Fewer than two places name an issuer, so they cannot be compared.");
        var issuers = named.GroupBy(item => item.Issuer, StringComparer.Ordinal).ToList();
        if (issuers.Count == 1) return Finding.Pass("one-issuer", $"{named.Count} places name the issuer {issuers[0].Key}.", issuers[0].First().Proof);
        var words = string.Join(" and ", issuers.Select(group => $"{group.Key} ({string.Join(", ", group.Select(item => item.Place).Distinct())})"));
        List<EvidencePointer> proof = [.. issuers.Select(group => group.First().Proof)];
        return issuers.Select(group => group.Key.TrimEnd('/')).Distinct().Count() == 1
            ? Finding.Warn("slash", $"The provider's name comes with and without a slash at the end: {words}.", proof)
            : Finding.Warn("several-issuers", $"The provider calls itself by several names: {words}.", proof);
    }

    private static IEnumerable<(string Issuer, string Place, EvidencePointer Proof)> OfTokens(EvidenceReader evidence)
    {
        var upstream = evidence.Bundle.Traffic.IsPresent ? evidence.Facts.UpstreamHosts : new HashSet<string>();
        var tokens = evidence.Bundle.Tokens.Value ?? [];
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Kind is TokenKind.Unknown or TokenKind.UserInfo || Text(token.Claims?["iss"]) is not { } issuer) continue;
            // A nested login's tokens are of another provider by right.
            if (Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && upstream.Contains(uri.Authority)) continue;
            yield return (issuer, $"{token.Kind.ToString().ToLowerInvariant()} token", EvidencePointer.Token(index, "claims.iss", issuer));
        }
    }

    private static IEnumerable<(string Issuer, string Place, EvidencePointer Proof)> OfCallbacks(EvidenceReader evidence) =>
        !evidence.Bundle.Traffic.IsPresent ? [] : evidence.Facts.Transactions.Where(login => !login.IsUpstream && login.Callback is not null)
            .Select(login => (Issuer: login.CallbackParameters.GetValueOrDefault("iss"), login.Callback!.Index)).Where(item => item.Issuer is not null)
            .Select(item => (item.Issuer!, "callback", EvidencePointer.Har(item.Index, "callback.iss", item.Issuer)));

    private static IEnumerable<(string Issuer, string Place, EvidencePointer Proof)> OfMetadata(EvidenceReader evidence) =>
        Text(evidence.Bundle.Provider.Value?.Discovery?["issuer"]) is { } issuer ? [(issuer, "metadata", EvidencePointer.Api("discovery.issuer", issuer))] : [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
