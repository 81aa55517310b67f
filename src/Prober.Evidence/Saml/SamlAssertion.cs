namespace Prober.Evidence.Saml;

/// <summary>One assertion (SAML 2.0, or 1.1 inside WS-Federation).</summary>
public sealed record SamlAssertion
{
    public string? Id { get; init; }

    /// <summary><c>2.0</c> or <c>1.1</c>.</summary>
    public required string Version { get; init; }

    public string? Issuer { get; init; }

    public DateTimeOffset? IssueInstant { get; init; }

    /// <summary>The subject's identifier; null when there is none, a fingerprint in a stored bundle.</summary>
    public string? NameId { get; init; }

    public string? NameIdFormat { get; init; }

    /// <summary>True when the identifier looks like an e-mail address; observed before redaction.</summary>
    public bool NameIdIsEmail { get; init; }

    public IReadOnlyList<SamlConfirmation> Confirmations { get; init; } = [];

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotOnOrAfter { get; init; }

    /// <summary>Null when there is no restriction to an audience.</summary>
    public IReadOnlyList<string>? Audiences { get; init; }

    public bool OneTimeUse { get; init; }

    public DateTimeOffset? AuthnInstant { get; init; }

    public DateTimeOffset? SessionNotOnOrAfter { get; init; }

    /// <summary>True when a session index came along, without which single logout cannot name the session.</summary>
    public bool HasSessionIndex => SessionIndex is not null;

    /// <summary>The provider's session; a fingerprint in a stored bundle, equal where a logout request names the same.</summary>
    public string? SessionIndex { get; init; }

    public string? AuthnContext { get; init; }

    public IReadOnlyList<AssertedClaim> Attributes { get; init; } = [];

    /// <summary>For every expected attribute with a pattern: does a raw value match? Observed before redaction.</summary>
    public IReadOnlyDictionary<string, bool> AttributeMatches { get; init; } = new Dictionary<string, bool>();

    public bool WasEncrypted { get; init; }

    public SamlSignature Signature { get; init; } = SamlSignature.None;
}
