using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Notes is somebody else's application: the provider lets people consent before it hands out their data, which a silent request cannot.</summary>
internal sealed class ConsentRequiredFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ConsentRequired, "F108", "consent-required",
        "Notes asks silently, is told consent_required, and then asks the person, who has to consent first.", "sso-second-app-login")
    {
        Verdict = "warn",
        Reason = "consent",
        MustNotFail = ["logs-idp-response-error"],
        Scenario = LabScenario.BrowserApplication,
        ScenarioTweak = "The journey logs in at Billing and walks over to Notes.",
    };

    public override RegisteredClient Register(RegisteredClient client) => client.Name == "Notes" ? client with { NeedsConsent = true } : client;

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { Browser = application.Browser with { SilentFirst = true } } : application;
}
