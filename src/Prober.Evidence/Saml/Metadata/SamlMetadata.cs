namespace Prober.Evidence.Saml.Metadata;

/// <summary>What an identity provider's SAML metadata says (saml-metadata-2.0-os): public, so nothing of it is redacted.</summary>
public sealed record SamlMetadata
{
    public string? EntityId { get; init; }

    /// <summary>After this instant the document must not be used.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Certificates for signing, in base64 of DER.</summary>
    public IReadOnlyList<string> SigningCertificates { get; init; } = [];

    /// <summary>End of validity of each of them, by SHA-256 thumbprint.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> CertificateExpiry { get; init; } = new Dictionary<string, DateTimeOffset>();

    public IReadOnlyList<SamlEndpoint> SingleSignOn { get; init; } = [];

    public IReadOnlyList<SamlEndpoint> SingleLogout { get; init; } = [];
}
