namespace Prober.Lab;

/// <summary>A person who logs out ends on the upstream provider's page.</summary>
internal sealed class UpstreamLogoutStaysFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamLogoutStays, "F120", "upstream-logout-stays",
        "The upstream provider ends its session and does not send the browser back.", "logout-federated")
    {
        Verdict = "warn",
        MustNotFail = ["logout-redirect-allowed"],
        Scenario = LabScenario.Federated,
    };

    public override bool UpstreamLogoutStays => true;
}
