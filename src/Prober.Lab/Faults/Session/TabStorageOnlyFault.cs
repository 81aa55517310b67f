namespace Prober.Lab;

/// <summary>Nothing in the lab is broken: a tab without tokens of its own asks the provider, and nobody sees it.</summary>
internal sealed class TabStorageOnlyFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.TabStorageOnly, "F40", "tab-storage-only",
        "Notes keeps its tokens in sessionStorage, which a second tab does not share; the provider's session makes up for it.", null)
    {
        MustNotFail = ["session-second-tab"],
        Scenario = LabScenario.BrowserApplication,
    };
}
