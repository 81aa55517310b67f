namespace Prober.Evidence.Expected;

/// <summary>The identity provider as the scenario knows it.</summary>
public sealed record ExpectedProvider
{
    /// <summary>Kind in lower case (<c>auth0</c>, <c>keycloak</c>, <c>okta</c>, <c>entra</c>, <c>generic</c> …): selects rows of vendor data, never code.</summary>
    public string Kind { get; init; } = "generic";

    /// <summary>Exact issuer identifier, byte for byte; null when unknown.</summary>
    public string? Issuer { get; init; }

    /// <summary>Further hosts that belong to the provider (custom domain, login host).</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<string> UpstreamHosts { get; init; } = [];

    /// <summary>What the provider calls the upstream connection's kind: <c>oidc</c>, <c>samlp</c>, <c>google-oauth2</c> …; null when unknown.</summary>
    public string? UpstreamKind { get; init; }

    /// <summary>Issuer identifier or SAML entity ID of the upstream provider.</summary>
    public string? UpstreamIssuer { get; init; }

    /// <summary>The broker's redirect URI or assertion consumer service, exact, as registered at the upstream provider.</summary>
    public string? UpstreamCallbackUrl { get; init; }
}
