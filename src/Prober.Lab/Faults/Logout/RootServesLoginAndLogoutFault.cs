using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>A single-page application that needs one address only.</summary>
internal sealed class RootServesLoginAndLogoutFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.RootServesLoginAndLogout, "F122", "root-serves-login-and-logout",
        "Notes uses its root for the login callback and after logout; that is harmless.", "logout-url-not-callback")
    {
        Verdict = "warn",
        MustNotFail = ["logout-*"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { CallbackPath = "/", SignedOutPath = "/" } : application;

    public override RegisteredClient Register(RegisteredClient client) => client.Name == "Notes"
        ? client with { CallbackUrls = [Root(client)], LogoutUrls = [Root(client)] }
        : client;

    private static string Root(RegisteredClient client) => new Uri(new Uri(client.CallbackUrls[0]), "/").ToString();
}
