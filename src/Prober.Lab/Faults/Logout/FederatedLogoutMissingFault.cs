using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal's logout stops at the broker, and the next login passes upstream unasked.</summary>
internal sealed class FederatedLogoutMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.FederatedLogoutMissing, "F118", "federated-logout-missing",
        "Portal's logout does not ask for the upstream session's end, though the scenario wants it.", "logout-federated")
    {
        MustNotFail = ["logout-session-ended"],
        Scenario = LabScenario.Federated,
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application with { FederatedLogout = null };
}
