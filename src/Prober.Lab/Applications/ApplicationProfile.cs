namespace Prober.Lab.Applications;

/// <summary>How one application of the lab is built and wired; faults change single settings of it.</summary>
internal sealed record ApplicationProfile(ApplicationKind Kind, string Name, string ClientId, Uri Address, Uri Issuer)
{
    /// <summary><c>null</c> for the browser application, which can keep no secret.</summary>
    public string? ClientSecret { get; init; }

    public string CallbackPath { get; init; } = "/signin-oidc";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email", "groups"];

    /// <summary>A SAML application asks for credentials in spite of a session.</summary>
    public bool ForceAuthn { get; init; }

    /// <summary>Further parameters of the authorization request, such as <c>prompt</c> or <c>max_age</c>.</summary>
    public IReadOnlyDictionary<string, string> ExtraParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>What the signed-in page greets with: "Welcome, Alice Archer".</summary>
    public string Greeting { get; init; } = "Welcome,";

    /// <summary>The landing page's "Log in" does nothing until this script has loaded.</summary>
    public string? LoginScript { get; init; }

    public LogoutWay Logout { get; init; } = LogoutWay.OpenIdConnect;

    /// <summary>The value of <c>federated</c> in logout requests, which any provider takes for a yes; <c>null</c> leaves it out.</summary>
    public string? FederatedLogout { get; init; }

    /// <summary>Where the person lands after logout.</summary>
    public string SignedOutPath { get; init; } = "/signed-out";

    /// <summary>Where the provider is asked to send the browser after logout; the handler's own callback unless told.</summary>
    public string LogoutCallbackPath { get; init; } = "/signout-callback-oidc";

    /// <summary>The page after logout asks for a login itself.</summary>
    public bool SignedOutIsProtected { get; init; }

    /// <summary>Requests and answers travel as auto-submitting forms, and the session never holds.</summary>
    public bool FormPostLoop { get; init; }

    public bool Noise { get; init; }

    /// <summary>The delay before the other application's page is opened from this one.</summary>
    public TimeSpan HopDelay { get; init; }

    /// <summary>Switches of the browser application's script.</summary>
    public BrowserSwitches Browser { get; init; } = new();

    public string Url(string path) => new Uri(Address, path).ToString();
}
