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
}
