using System.Text.Json.Nodes;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>What the prober's own look at the provider's metadata adds to what the browser saw.</summary>
internal static class ProviderMetadataHealth
{
    private static readonly TimeSpan CertificateWarning = TimeSpan.FromDays(14);

    public static Finding? Failure(EvidenceReader evidence)
    {
        if (SamlMetadataHealth.Failure(evidence) is { } ended) return ended;
        if (evidence.Bundle.Provider.Value is not { Discovery: { } discovery } metadata) return null;
        if (metadata.Keys is null && discovery["jwks_uri"] is not null && metadata.Problems.Count > 0)
        {
            return Finding.Fail("keys-unavailable", $"The provider's signing keys could not be had: {metadata.Problems[^1]}",
                EvidencePointer.Api("jwks_uri", discovery["jwks_uri"]!.ToString()))
                with
            { Remedy = "Restore the key set's address; no application can check a token without it." };
        }

        var (issuer, expected) = (Text(discovery, "issuer"), evidence.Expectations.Provider.Issuer);
        return issuer is null || expected is null || issuer.TrimEnd('/') == expected.TrimEnd('/') ? null
            : Finding.Fail("issuer-mismatch", $"The discovery document says issuer {issuer}; expected is {expected}.",
                EvidencePointer.Api("issuer", issuer))
                with
            {
                Fault = FaultOwner.Configuration,
                Remedy = $"Use {issuer} as issuer in the applications, or mend the provider's own address (custom domain, proxy headers)."
            };
    }

    public static Finding? Warning(EvidenceReader evidence, bool browserGotPages)
    {
        if (evidence.Bundle.Provider.Value is not { } metadata) return null;
        if (SamlMetadataHealth.Warning(evidence) is { } ending) return ending;
        if (metadata.Discovery is null && metadata.Saml is null && browserGotPages && metadata.Problems.Count > 0)
            return Finding.Warn("metadata-unavailable",
                $"The provider's pages answer, but its metadata could not be fetched: {metadata.Problems[0]}",
                EvidencePointer.Api("discovery", metadata.DiscoveryUrl));
        foreach (var (host, end) in metadata.CertificateExpiry.Where(pair => IsOfProvider(pair.Key, evidence)).OrderBy(pair => pair.Value))
        {
            if (end - evidence.Run.StartedAt < CertificateWarning)
                return Finding.Warn("certificate-expiring", $"The certificate of {host} ends on {end:yyyy-MM-dd}.",
                    EvidencePointer.Api("certificate", $"{host} {end:yyyy-MM-dd}")) with
                { Remedy = $"Renew the certificate of {host}." };
        }

        return null;
    }

    // The certificates of all hosts of a run are recorded; the others are not the provider's affair.
    private static bool IsOfProvider(string host, EvidenceReader evidence) =>
        evidence.Facts.ProviderHosts.Concat(evidence.Facts.UpstreamHosts).Any(authority => authority.Split(':')[0].Equals(host, StringComparison.OrdinalIgnoreCase));

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
