using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The browser keeps cookies from frames of other sites, so silent requests fail and visible ones succeed.</summary>
internal sealed class ThirdPartyCookiesBlockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ThirdPartyCookiesBlocked, "F109", "third-party-cookies-blocked",
        "The browser blocks third-party cookies: Notes' hidden frame is told login_required, and a visible request is answered.", "session-cookie-established")
    {
        Verdict = "warn",
        Reason = "third-party-cookies",
        MustNotFail = ["session-cookie-established", "session-second-tab"],
        Scenario = LabScenario.BrowserApplication,
        ScenarioTweak = "The browser needs LabHost.BrowserArguments, which block third-party cookies.",
    };

    public override LabOptions Prepare(LabOptions options) => options with { BlockThirdPartyCookies = true };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { Browser = application.Browser with { SilentFirst = true } } : application;
}
