using Prober.Lab.Provider;

namespace Prober.Lab.Applications;

/// <summary>The lab's three applications as they are wired, and as the identity provider has them registered.</summary>
internal sealed class ApplicationProfiles
{
    private readonly FaultBehaviour fault;
    private readonly IReadOnlyList<ApplicationProfile> healthy;

    public ApplicationProfiles(LabLayout layout)
    {
        fault = layout.Fault;
        var issuer = layout.IdentityProvider.Address;
        var portal = new ApplicationProfile(ApplicationKind.Portal, "Portal", "portal", layout.Portal.Address, issuer)
        {
            ClientSecret = "portal-back-channel-secret",
            FormPostLoop = layout.Options.FormPostLoop,
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
        healthy = [.. new[] { portal, billing, notes }.Select(profile => profile with { Noise = layout.Options.Noise })];
        (Portal, Billing, Notes) = (fault.Wire(healthy[0]), fault.Wire(healthy[1]), fault.Wire(healthy[2]));
    }

    public ApplicationProfile Portal { get; }

    public ApplicationProfile Billing { get; }

    public ApplicationProfile Notes { get; }

    /// <summary>Registrations follow the healthy wiring, so an application that is wired wrongly finds itself unregistered.</summary>
    public IEnumerable<RegisteredClient> Clients() => healthy.Select(profile => fault.Register(Registration(profile)));

    private static RegisteredClient Registration(ApplicationProfile profile) => new(profile.ClientId, profile.Name)
    {
        Secret = profile.ClientSecret,
        CallbackUrls = [profile.Url(profile.CallbackPath)],
        LogoutUrls = [.. new[] { profile.SignedOutPath, profile.LogoutCallbackPath }.Distinct().Select(profile.Url)],
        BackChannelLogoutUrl = profile.ClientSecret is null ? null : profile.Url(BackChannelLogoutEndpoint.Path),
        WebOrigins = profile.ClientSecret is null ? [profile.Address.GetLeftPart(UriPartial.Authority)] : [],
    };
}
