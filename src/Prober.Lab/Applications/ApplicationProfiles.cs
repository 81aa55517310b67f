using Prober.Lab.Applications.Saml;
using Prober.Lab.Applications.WsFederation;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Federation;

namespace Prober.Lab.Applications;

/// <summary>The lab's applications as they are wired, and as the identity provider has them registered.</summary>
internal sealed class ApplicationProfiles
{
    private readonly FaultBehaviour fault;
    private readonly IReadOnlyList<string> connections;
    private readonly IReadOnlyList<ApplicationProfile> healthy;

    public ApplicationProfiles(LabLayout layout)
    {
        fault = layout.Fault;
        connections = Connections(layout.Options.Scenario);
        var issuer = layout.IdentityProvider.Address;
        var portal = new ApplicationProfile(ApplicationKind.Portal, "Portal", "portal", layout.Portal.Address, issuer)
        {
            ClientSecret = "portal-back-channel-secret",
            FormPostLoop = layout.Options.FormPostLoop,
            ExtraParameters = Connection(layout.Options),
            FederatedLogout = layout.Options.Scenario is LabScenario.Federated or LabScenario.FederatedSaml ? "" : null,
        };
        var billing = new ApplicationProfile(ApplicationKind.Billing, "Billing", "billing", layout.Billing.Address, issuer)
        {
            ClientSecret = "billing-back-channel-secret",
            Greeting = "Invoices of",
        };
        var notes = new ApplicationProfile(ApplicationKind.Notes, "Notes", "notes", layout.Notes.Address, issuer)
        {
            CallbackPath = "/callback",
            Greeting = "Notes of",
            LogoutCallbackPath = "/signed-out",
            Browser = new() { SilentFirst = layout.Options.SilentSignInFirst },
        };
        var ledger = new ApplicationProfile(ApplicationKind.Ledger, "Ledger", "ledger", layout.Ledger.Address, issuer) { Greeting = "Accounts of" };
        var archive = new ApplicationProfile(ApplicationKind.Archive, "Archive", "archive", layout.Archive.Address, issuer)
        {
            CallbackPath = WsFederationApplicationSite.ReplyPath,
            Greeting = "Documents of",
        };
        healthy = [.. new[] { portal, billing, notes, ledger, archive }.Select(profile => profile with { Noise = layout.Options.Noise })];
        (Portal, Billing, Notes) = (fault.Wire(healthy[0]), fault.Wire(healthy[1]), fault.Wire(healthy[2]));
        (Ledger, Archive) = (fault.Wire(healthy[3]), fault.Wire(healthy[4]));
    }

    public ApplicationProfile Portal { get; }

    public ApplicationProfile Billing { get; }

    public ApplicationProfile Notes { get; }

    public ApplicationProfile Ledger { get; }

    public ApplicationProfile Archive { get; }

    /// <summary>Registrations follow the healthy wiring, so an application that is wired wrongly finds itself unregistered.</summary>
    public IEnumerable<RegisteredClient> Clients() => healthy.Select(profile => fault.Register(Registration(profile) with { Connections = connections }));

    private static IReadOnlyList<string> Connections(LabScenario scenario) => scenario switch
    {
        LabScenario.Federated => [Tenant.DatabaseConnection, OpenIdConnectConnection.ConnectionName],
        LabScenario.FederatedSaml => [Tenant.DatabaseConnection, SamlConnection.ConnectionName],
        LabScenario.Passwordless => [Passwordless.Connection],
        _ => [Tenant.DatabaseConnection],
    };

    private static Dictionary<string, string> Connection(LabOptions options) => options.Scenario switch
    {
        _ when options.UpstreamByButton => [],
        LabScenario.Federated => new() { ["connection"] = OpenIdConnectConnection.ConnectionName },
        LabScenario.FederatedSaml => new() { ["connection"] = SamlConnection.ConnectionName },
        _ => [],
    };

    private static RegisteredClient Registration(ApplicationProfile profile) => profile.Kind switch
    {
        ApplicationKind.Ledger => new(profile.ClientId, profile.Name) { Saml = SamlWiring.Self(profile) },
        ApplicationKind.Archive => WsFederationWiring.Registration(profile),
        _ => OpenIdConnectRegistration(profile),
    };

    private static RegisteredClient OpenIdConnectRegistration(ApplicationProfile profile) => new(profile.ClientId, profile.Name)
    {
        Secret = profile.ClientSecret,
        CallbackUrls = [profile.Url(profile.CallbackPath)],
        LogoutUrls = [.. new[] { profile.SignedOutPath, profile.LogoutCallbackPath }.Distinct().Select(profile.Url)],
        BackChannelLogoutUrl = profile.ClientSecret is null ? null : profile.Url(BackChannelLogoutEndpoint.Path),
        WebOrigins = profile.ClientSecret is null ? [profile.Address.GetLeftPart(UriPartial.Authority)] : [],
    };
}
