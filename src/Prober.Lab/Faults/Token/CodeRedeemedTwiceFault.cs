using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Notes is initialised twice, and each time redeems the code.</summary>
internal sealed class CodeRedeemedTwiceFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CodeRedeemedTwice, "F67", "code-redeemed-twice",
        "Notes redeems its authorization code twice; the second answer is invalid_grant.", "token-returned")
    {
        Verdict = "warn",
        MustNotFail = ["logs-idp-response-error"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { Browser = new() { RedeemTwice = true } } : application;
}
