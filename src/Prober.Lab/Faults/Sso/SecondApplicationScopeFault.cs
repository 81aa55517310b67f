using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Billing asks for less than Portal, and needs as much.</summary>
internal sealed class SecondApplicationScopeFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SecondApplicationScope, "F106", "second-application-scope",
        "Billing asks for the scope openid alone and gets no e-mail address.", "sso-second-app-profile")
    {
        MustNotFail = ["sso-second-app-login"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Billing ? application with { Scopes = ["openid"] } : application;
}
