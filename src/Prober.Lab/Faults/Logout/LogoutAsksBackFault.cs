using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Without a hint nobody can tell whether the person meant it.</summary>
internal sealed class LogoutAsksBackFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogoutAsksBack, "F115", "logout-asks-back",
        "Portal's logout lacks the id_token_hint, so the provider asks whether to log out.", "logout-redirect-allowed")
    {
        Verdict = "warn",
        MustNotFail = ["logout-landing-anonymous"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { Logout = LogoutWay.OpenIdConnectWithoutHint } : application;
}
