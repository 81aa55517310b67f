using System.Text.Json.Serialization;

namespace Prober.Evidence.Saml;

/// <summary>What was found of a signature while the raw message was at hand.</summary>
public sealed record SamlSignature
{
    public static SamlSignature None { get; } = new();

    public SamlSignatureVerdict Verdict { get; init; } = SamlSignatureVerdict.Absent;

    /// <summary>Why, in one clause.</summary>
    public string? Detail { get; init; }

    /// <summary>True when nobody verified it here: the recording is a sanitized copy, and this is what the copy says of its original.</summary>
    public bool ToldByCopy { get; init; }

    /// <summary>The signature itself, as it stood. Null in every stored bundle.</summary>
    [JsonIgnore]
    public string? Raw { get; init; }

    /// <summary>Signature algorithm, last part of its URI: <c>rsa-sha256</c>.</summary>
    public string? Algorithm { get; init; }

    public string? DigestAlgorithm { get; init; }

    /// <summary>SHA-256 thumbprint of the certificate that the message brought along, in hexadecimal; null when it brought none.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>End of validity of the certificate that verified it, else of the one it brought along.</summary>
    public DateTimeOffset? CertificateEnds { get; init; }

    public DateTimeOffset? CertificateBegins { get; init; }
}

/// <summary>Outcome of verifying a signature as an application that trusts one provider would.</summary>
public enum SamlSignatureVerdict
{
    Absent,

    /// <summary>There is one, and it was not tried: a redacted message.</summary>
    NotChecked,

    /// <summary>Verified with a certificate that is trusted.</summary>
    Valid,

    /// <summary>Verified with the certificate it brought along, and none is known to trust: integrity, not trust.</summary>
    ValidUntrusted,

    /// <summary>Digest or signature do not fit.</summary>
    Invalid,

    /// <summary>Verified with the certificate it brought along, which is not the trusted one: a rollover, or a forgery.</summary>
    OtherCertificate,

    /// <summary>It signs another element than the one it stands in, or the element's ID is not its own alone: wrapping.</summary>
    Wrapped,

    /// <summary>It asks for a transformation or algorithm that must not be followed.</summary>
    Refused,
}
