using Prober.Lab.Saml;
using Prober.Lab.WsFederation;

namespace Prober.Lab.Provider;

/// <summary>An application as the identity provider knows it: what it may ask for and where answers may go.</summary>
internal sealed record RegisteredClient(string ClientId, string Name)
{
    /// <summary><c>null</c> for a public client, which proves itself by PKCE alone.</summary>
    public string? Secret { get; init; }

    public IReadOnlyList<string> CallbackUrls { get; init; } = [];

    public IReadOnlyList<string> LogoutUrls { get; init; } = [];

    /// <summary>Where an ended session is reported; <c>null</c> for an application without a server.</summary>
    public string? BackChannelLogoutUrl { get; init; }

    /// <summary>Origins whose scripts may call the token and userinfo endpoints.</summary>
    public IReadOnlyList<string> WebOrigins { get; init; } = [];

    /// <summary>Its SAML addresses, for a client that speaks SAML.</summary>
    public ServiceProvider? Saml { get; init; }

    /// <summary>Its realm and address, for a client that speaks WS-Federation.</summary>
    public RelyingParty? WsFederation { get; init; }

    public IReadOnlyList<string> ResponseTypes { get; init; } = ["code"];

    /// <summary>Somebody else's application: each person has to consent once before it learns who they are.</summary>
    public bool NeedsConsent { get; init; }

    public IReadOnlyList<string> Connections { get; init; } = [Tenant.DatabaseConnection];
}
