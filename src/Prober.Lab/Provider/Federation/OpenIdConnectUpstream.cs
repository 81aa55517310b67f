namespace Prober.Lab.Provider.Federation;

/// <summary>How the broker is set up to ask an OpenID Connect provider.</summary>
/// <param name="Address">The upstream provider.</param>
/// <param name="Broker">The tenant itself, whose callback is the redirect URI.</param>
internal sealed record OpenIdConnectUpstream(Uri Address, Uri Broker, string ClientId, string ClientSecret)
{
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email", "groups"];

    public string Callback { get; } = new Uri(Broker, Paths.UpstreamCallback).ToString();

    public string AfterLogout { get; } = new Uri(Broker, Paths.UpstreamLogoutReturn).ToString();

    public string Url(string path) => new Uri(Address, path).ToString();
}
