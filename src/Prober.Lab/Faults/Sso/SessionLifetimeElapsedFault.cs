using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Sessions end after fifteen seconds whatever happens in them, and Portal's link to the second application takes sixteen.</summary>
internal sealed class SessionLifetimeElapsedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SessionLifetimeElapsed, "F102", "session-lifetime-elapsed",
        "The provider's absolute session lifetime runs out although the person was active all the time.", "sso-within-session-lifetime")
    {
        Reason = "absolute",
        MustNotFail = ["session-cookie-established"],
        ScenarioTweak = "The scenario states session.absolute: 15s and reaches Billing by the link on Portal.",
    };

    public override LabOptions Prepare(LabOptions options) => options with { AbsoluteLifetime = LabOptions.ShortAbsoluteLifetime };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Portal
        ? application with { HopDelay = LabOptions.ShortAbsoluteLifetime + TimeSpan.FromSeconds(1) }
        : application;
}
