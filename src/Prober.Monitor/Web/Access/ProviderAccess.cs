using Prober.Scenarios;

namespace Prober.Monitor.Web.Access;

/// <summary>Login by OpenID Connect.</summary>
public sealed record ProviderAccess
{
    public required Uri Issuer { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Null for a public client, which PKCE alone protects.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>Beside <c>openid</c> and <c>profile</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whoever none of these covers is not let in.</summary>
    public required IReadOnlyList<RoleRule> Rules { get; init; }

    /// <summary>Where the provider sends people back: the page's address and <c>signin-oidc</c>.</summary>
    public required Uri RedirectUri { get; init; }
}
