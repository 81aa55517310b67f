namespace Prober.Lab.Provider.Federation;

/// <summary>A login that is away at an upstream provider: what it belongs to and what proves that an answer is meant for it.</summary>
internal sealed record FederatedLogin(string State, LoginTransaction Transaction, UpstreamConnection Connection)
{
    public string Nonce { get; } = Identifiers.New();

    /// <summary>PKCE (RFC 7636).</summary>
    public string Verifier { get; } = Identifiers.New() + Identifiers.New();

    /// <summary>Identifier of a SAML request; an xs:ID may not begin with a digit.</summary>
    public string RequestId { get; } = "_" + Identifiers.New();
}
