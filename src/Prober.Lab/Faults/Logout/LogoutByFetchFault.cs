using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Logout has to be a navigation, and here it is a background request.</summary>
internal sealed class LogoutByFetchFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogoutByFetch, "F117", "logout-by-fetch",
        "Portal calls the provider's logout by fetch, which carries no cookie; the session lives on.", "logout-session-ended")
    {
        MustNotFail = ["logout-redirect-allowed"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { Logout = LogoutWay.BackgroundRequest } : application;
}
