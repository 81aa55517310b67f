namespace Prober.Lab;

/// <summary>The upstream provider answers, and the answer is no.</summary>
internal sealed class UpstreamErrorFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamError, "F50", "upstream-error",
        "The upstream provider answers server_error, which the broker passes on to the application.", "logs-idp-response-error")
    {
        MustNotFail = ["credentials-broker-callback-seen"],
        Scenario = LabScenario.Federated,
    };

    public override (string Code, string Description)? UpstreamError => ("server_error", "The directory could not be searched.");
}
