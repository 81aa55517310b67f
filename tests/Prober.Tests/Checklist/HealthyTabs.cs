using Prober.Evidence.Expected;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist;

/// <summary>What tabs show in a healthy journey, and what is expected of it.</summary>
internal static class HealthyTabs
{
    public static IReadOnlyList<TabObservation> All =>
    [
        Tab(PhaseName.Login, TabLook.Prompt, TabState.Prompted, "portal", HealthyFlow.Provider + "/u/login/identifier")
            with { Controls = ["identifier"] },
        Tab(PhaseName.Login, TabLook.AfterCredentials, TabState.SignedIn, "portal", HealthyFlow.Portal + "/protected"),
        Tab(PhaseName.Login, TabLook.Result, TabState.SignedIn, "portal", HealthyFlow.Portal + "/protected"),
        Tab(PhaseName.SecondTab, TabLook.SecondTab, TabState.SignedIn, "portal", HealthyFlow.Portal + "/protected"),
        Tab(PhaseName.SecondTab, TabLook.ProviderSessionOnly, TabState.SignedIn, "portal", HealthyFlow.Portal + "/protected"),
        Tab(PhaseName.Sso, TabLook.Result, TabState.SignedIn, "billing", HealthyFlow.Billing + "/protected"),
        Tab(PhaseName.Logout, TabLook.Result, TabState.Anonymous, "portal", HealthyFlow.Portal + "/signed-out"),
        Tab(PhaseName.SignedOut, TabLook.Revisit, TabState.Prompted, "portal", HealthyFlow.Provider + "/u/login/identifier")
            with { Controls = ["identifier"] },
        Tab(PhaseName.SignedOut, TabLook.FreshTab, TabState.Prompted, "billing", HealthyFlow.Provider + "/u/login/identifier")
            with { Controls = ["identifier"] },
    ];

    public static Expectations Expectations => new()
    {
        Provider = new() { Kind = "auth0", Issuer = HealthyFlow.Provider + "/" },
        Applications =
        [
            new() { Name = "portal", Url = HealthyFlow.Portal + "/", ProtectedUrl = HealthyFlow.Portal + "/protected", ClientId = "portal",
                CallbackUrls = [HealthyFlow.Portal + "/signin-oidc"], Confidential = true, PostLogoutUrl = HealthyFlow.Portal
                + "/signed-out" },
            new() { Name = "billing", Url = HealthyFlow.Billing + "/", ProtectedUrl = HealthyFlow.Billing + "/protected",
                ClientId = "billing", CallbackUrls = [HealthyFlow.Billing + "/signin-oidc"], Confidential = true },
        ],
        Journey = [PhaseName.Login, PhaseName.SecondTab, PhaseName.Sso, PhaseName.Logout, PhaseName.SignedOut],
    };

    public static TabObservation Tab(PhaseName phase, TabLook look, TabState state, string application, string url) => new()
    {
        Phase = phase,
        Look = look,
        Application = application,
        State = state,
        At = new DateTimeOffset(2026, 1, 1, 10, 0, 1, TimeSpan.Zero),
        AfterMs = 400,
        Url = url,
        SignedInMarker = state == TabState.SignedIn,
        ApplicationSession = state == TabState.SignedIn,
        VisibleTextLength = state == TabState.Blank ? 0 : 200,
        DocumentStatus = 200,
    };
}
