namespace Prober.Evidence.Saml;

/// <summary>What an authentication request asks for (saml-core-2.0-os 3.4.1).</summary>
public sealed record SamlAuthnRequest
{
    public string? AssertionConsumerServiceUrl { get; init; }

    public string? ProtocolBinding { get; init; }

    /// <summary>The user must be asked again, session or not.</summary>
    public bool ForceAuthn { get; init; }

    /// <summary>The user must not be asked.</summary>
    public bool IsPassive { get; init; }

    public string? NameIdFormat { get; init; }

    public IReadOnlyList<string> RequestedContexts { get; init; } = [];
}
