namespace Prober.Lab;

/// <summary>Nothing in the lab is broken; the journey itself changes browsers.</summary>
internal sealed class PrivateWindowFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.PrivateWindow, "F99", "private-window",
        "The second application is opened in a private window, which knows no session.", "sso-same-browser")
    {
        MustNotFail = ["sso-within-session-lifetime"],
        ScenarioTweak = "The journey opens the second application in a new browser context.",
    };
}
