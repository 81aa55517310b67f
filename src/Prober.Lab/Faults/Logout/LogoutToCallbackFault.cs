using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The logout URL is the callback URL.</summary>
internal sealed class LogoutToCallbackFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogoutToCallback, "F121", "logout-to-callback",
        "After logout the browser is sent to Portal's login callback, which cannot handle it.", "logout-url-not-callback")
    {
        MustNotFail = ["logout-session-ended"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal
            ? application with { Logout = LogoutWay.ReturnTo, SignedOutPath = application.CallbackPath }
            : application;

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Portal" ? client with { LogoutUrls = client.CallbackUrls } : client;
}
