using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Logging out looks as if it did nothing.</summary>
internal sealed class SignedOutPageLogsInFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SignedOutPageLogsIn, "F123", "signed-out-page-logs-in",
        "Portal's page after logout demands a login, and the surviving session logs in again at once.", "logout-landing-anonymous")
    {
        MustNotFail = ["logout-redirect-allowed", "logout-url-not-callback"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal
            ? application with { Logout = LogoutWay.ApplicationOnly, SignedOutIsProtected = true }
            : application;
}
