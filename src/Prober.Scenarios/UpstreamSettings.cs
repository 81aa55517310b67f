namespace Prober.Scenarios;

/// <summary>The provider behind the identity provider, where the account signs in.</summary>
public sealed record UpstreamSettings
{
    /// <summary>Its hosts, without scheme and path; the first to be met on the way.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary><c>oidc</c>, <c>samlp</c>, <c>waad</c>, <c>google-oauth2</c> and the like, in Auth0's words for connections; null when unknown.</summary>
    public string? Kind { get; init; }

    /// <summary>Its issuer identifier or SAML entity ID.</summary>
    public string? Issuer { get; init; }

    /// <summary>The broker's redirect URI or assertion consumer service, exact, as it is registered there.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>What its assertions are trusted by, where it speaks SAML.</summary>
    public SamlProviderSettings? Saml { get; init; }

    /// <summary>The button of the identity provider's login page that leads there, for an application that does not name the connection itself.</summary>
    public Marker? Button { get; init; }
}
