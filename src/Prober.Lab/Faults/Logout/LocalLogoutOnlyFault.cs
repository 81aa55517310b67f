using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The next login passes without a prompt.</summary>
internal sealed class LocalLogoutOnlyFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LocalLogoutOnly, "F116", "local-logout-only",
        "Portal clears its own cookie and never tells the identity provider.", "logout-session-ended")
    {
        MustNotFail = ["logout-redirect-allowed"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { Logout = LogoutWay.ApplicationOnly } : application;
}
