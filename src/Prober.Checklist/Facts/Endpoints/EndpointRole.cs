namespace Prober.Checklist.Facts.Endpoints;

/// <summary>What an exchange is in the login protocol.</summary>
public enum EndpointRole
{
    ThirdParty,
    Application,
    ApplicationCallback,
    Authorization,
    LoginPage,
    CredentialPost,
    BrokerCallback,
    Resume,
    Mfa,
    Consent,
    Token,
    UserInfo,
    Keys,
    Discovery,
    Logout,
    LogoutPage,
    UpstreamAuthorization,
    Upstream,
    ErrorPage,

    /// <summary>Another page or asset of the identity provider.</summary>
    Provider,
}
