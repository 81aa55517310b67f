namespace Prober.Evidence.Saml;

/// <summary>On which conditions a subject is believed to be the one who presents the assertion (saml-core-2.0-os 2.4.1).</summary>
public sealed record SamlConfirmation
{
    /// <summary>Last part of the method's URN: <c>bearer</c>, <c>holder-of-key</c>.</summary>
    public required string Method { get; init; }

    public string? Recipient { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotOnOrAfter { get; init; }

    public string? InResponseTo { get; init; }

    /// <summary>The network address from which alone it may be presented (saml-core-2.0-os 2.4.1.2); a fingerprint in a stored bundle.</summary>
    public string? Address { get; init; }
}
