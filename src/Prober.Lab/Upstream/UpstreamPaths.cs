namespace Prober.Lab.Upstream;

/// <summary>The upstream provider's addresses; none of them is Auth0's.</summary>
internal static class UpstreamPaths
{
    public const string SignIn = "/signin";
    public const string Authorize = "/oauth2/authorize";
    public const string Token = "/oauth2/token";
    public const string Keys = "/oauth2/keys";
    public const string EndSession = "/oauth2/logout";
    public const string SamlSignOn = "/saml2/sso";
    public const string SamlLogout = "/saml2/logout";
    public const string SamlMetadata = "/saml2/metadata";
    public const string Discovery = "/.well-known/openid-configuration";
}
