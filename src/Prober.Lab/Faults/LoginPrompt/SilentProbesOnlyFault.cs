using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Notes takes <c>login_required</c> for an answer and never starts an interactive login.</summary>
internal sealed class SilentProbesOnlyFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SilentProbesOnly, "F02", "silent-probes-only",
        "Notes asks silently who is there and never goes on to a login page.", "login-prompt-authorize-seen")
    {
        MustNotFail = ["logs-idp-response-error", "session-*"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { Browser = new() { SilentOnly = true } } : application;
}
