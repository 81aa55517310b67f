namespace Prober.Scenarios;

/// <summary>The identity provider under test.</summary>
public sealed record ProviderSettings
{
    /// <summary><c>auth0</c>, <c>keycloak</c>, <c>okta</c>, <c>entra</c>, <c>cognito</c>, <c>duende</c>, <c>openiddict</c>, <c>oidc-provider</c>, <c>lemonldap-ng</c>, <c>adfs</c> or <c>generic</c>.</summary>
    public string Kind { get; init; } = "generic";

    /// <summary>Issuer identifier, exact to the trailing slash; null for a provider that speaks SAML or WS-Federation alone.</summary>
    public string? Issuer { get; init; }

    /// <summary>Further hosts of the provider, such as a custom domain.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The provider behind this one, where the account signs in; null when it signs in here.</summary>
    public UpstreamSettings? Upstream { get; init; }

    /// <summary>What its assertions are trusted by; null where it speaks OpenID Connect alone.</summary>
    public SamlProviderSettings? Saml { get; init; }

    /// <summary>The connection (user store) the account belongs to.</summary>
    public string? Connection { get; init; }

    /// <summary>Access to its management API.</summary>
    public ManagementSettings? Management { get; init; }

    /// <summary>A log that a person exported; it goes before the API's.</summary>
    public string? LogExport { get; init; }

    /// <summary>User records that a person exported; they go before the API's.</summary>
    public string? UsersExport { get; init; }

    /// <summary>Settings that a person exported; they go before the API's.</summary>
    public string? SettingsExport { get; init; }

    /// <summary>The log that the provider's own servers write, where its operator hands it out.</summary>
    public LogSource? ServerLog { get; init; }
}
