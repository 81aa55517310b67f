using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>As Keycloak since version 18: no way back after logout for somebody who does not say who asks.</summary>
internal sealed class LogoutHintMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogoutHintMissing, "F114", "logout-hint-missing",
        "Portal's logout sends neither id_token_hint nor client_id, and the provider refuses it.", "logout-redirect-allowed")
    {
        Reason = "missing-hint",
        MustNotFail = ["logout-federated"],
    };

    public override bool LogoutNeedsHint => true;

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { Logout = LogoutWay.OpenIdConnectUnnamed } : application;
}
