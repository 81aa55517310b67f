namespace Prober.Lab;

/// <summary>The upstream provider takes the password and loses the request it was for: the broker never hears of the login and logs nothing.</summary>
internal sealed class UpstreamKeepsPersonFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamKeepsPerson, "F47", "upstream-keeps-person",
        "The upstream provider signs the person in and shows its own start page instead of returning to the broker.", "credentials-broker-callback-seen")
    {
        Reason = "never-returned",
        MustNotFail = ["logs-entry-created"],
        Scenario = LabScenario.Federated,
    };

    public override bool UpstreamKeepsPerson => true;
}
