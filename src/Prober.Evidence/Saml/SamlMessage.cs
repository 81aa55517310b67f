namespace Prober.Evidence.Saml;

/// <summary>
/// One SAML 2.0 or WS-Federation message as the browser carried it, decoded without trust. Subjects and attribute values are fingerprints
/// in a stored bundle; what only the raw message can tell, above all its signatures, was observed before.
/// </summary>
public sealed record SamlMessage
{
    public required SamlMessageKind Kind { get; init; }

    public required SamlBinding Binding { get; init; }

    /// <summary>The HAR entry that carried it.</summary>
    public required int Entry { get; init; }

    /// <summary>When it was on its way.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address it was sent to, without query values; redacted.</summary>
    public required string SentTo { get; init; }

    /// <summary>Why it does not decode; null when it does.</summary>
    public string? DecodeError { get; init; }

    /// <summary>True when the recording holds a mask in place of the message, which says nothing of the message.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Whether white space or a blank in place of a plus had to be mended before it decoded.</summary>
    public bool HasStrayWhiteSpace { get; init; }

    public string? Id { get; init; }

    public string? Version { get; init; }

    public DateTimeOffset? IssueInstant { get; init; }

    /// <summary>The address the sender meant it for (saml-core-2.0-os 3.2).</summary>
    public string? Destination { get; init; }

    public string? InResponseTo { get; init; }

    public string? Issuer { get; init; }

    /// <summary>Null for a request.</summary>
    public SamlStatus? Status { get; init; }

    /// <summary>What an authentication request asks for; null for every other message.</summary>
    public SamlAuthnRequest? Request { get; init; }

    /// <summary>Whom and what a logout request wants ended; null for every other message.</summary>
    public SamlLogoutSubject? Logout { get; init; }

    public IReadOnlyList<SamlAssertion> Assertions { get; init; } = [];

    /// <summary>Encryption algorithms of the assertions that could not be opened for want of the key.</summary>
    public IReadOnlyList<string> EncryptedWith { get; init; } = [];

    /// <summary>IDs that more than one element bears: the usual trace of a wrapped signature.</summary>
    public IReadOnlyList<string> DuplicateIds { get; init; } = [];

    /// <summary>The signature on the message itself, in the XML or (Redirect binding) over the query string.</summary>
    public SamlSignature Signature { get; init; } = SamlSignature.None;
}

/// <summary>What a message is.</summary>
public enum SamlMessageKind
{
    Unknown,
    AuthnRequest,
    Response,
    LogoutRequest,
    LogoutResponse,

    /// <summary>A WS-Federation answer: a WS-Trust RequestSecurityTokenResponse in <c>wresult</c>.</summary>
    SecurityTokenResponse,
}

/// <summary>How a message travelled (saml-bindings-2.0-os section 3; WS-Federation 1.2 section 13).</summary>
public enum SamlBinding
{
    Post,
    Redirect,
    WsFederation,
}
