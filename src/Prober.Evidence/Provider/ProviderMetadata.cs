using System.Text.Json.Nodes;
using Prober.Evidence.Saml.Metadata;

namespace Prober.Evidence.Provider;

/// <summary>What the identity provider publishes about itself (OpenID Connect Discovery 1.0), fetched once per run by the prober.</summary>
public sealed record ProviderMetadata
{
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Where the document was asked for.</summary>
    public required string DiscoveryUrl { get; init; }

    /// <summary>The document; null when it could not be had, with the reason in <see cref="Problems"/>.</summary>
    public JsonObject? Discovery { get; init; }

    /// <summary>The key set as published (RFC 7517): public keys only.</summary>
    public JsonObject? Keys { get; init; }

    /// <summary>Cache-Control of the key set's response.</summary>
    public string? KeysCacheControl { get; init; }

    /// <summary>End of validity of the TLS certificate of every host that the run touched by https, by host name; a host that showed none in time is missing.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> CertificateExpiry { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>SAML metadata, where the scenario names it or the provider speaks SAML; null when it was not asked for or could not be had.</summary>
    public SamlMetadata? Saml { get; init; }

    /// <summary>The same of the provider behind it, where the scenario names it.</summary>
    public SamlMetadata? UpstreamSaml { get; init; }

    /// <summary>What went wrong, one sentence each, with host and error.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
