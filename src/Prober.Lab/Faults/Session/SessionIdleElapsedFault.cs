using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Sessions idle out after four seconds, and Portal's link to the second application takes five.</summary>
internal sealed class SessionIdleElapsedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SessionIdleElapsed, "F101", "session-idle-elapsed",
        "Between the first application and the second the provider's idle timeout runs out.", "sso-within-session-lifetime")
    {
        MustNotFail = ["sso-prompt-param"],
        ScenarioTweak = "The scenario states session.idle: 4s, opens no second tab, and reaches Billing by the link on Portal.",
    };

    public override LabOptions Prepare(LabOptions options) => options with { IdleLifetime = LabOptions.ShortIdleLifetime };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { HopDelay = TimeSpan.FromSeconds(5) } : application;
}
