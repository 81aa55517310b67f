using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>A parameter that means yes whatever it says.</summary>
internal sealed class FederatedLogoutUnwantedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.FederatedLogoutUnwanted, "F119", "federated-logout-unwanted",
        "Portal's logout carries federated=false, and the upstream session is ended all the same.", "logout-federated")
    {
        Verdict = "warn",
        MustNotFail = ["logout-redirect-allowed"],
        Scenario = LabScenario.Federated,
        ScenarioTweak = "The scenario says that the upstream session is to live on.",
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.FederatedLogout is null ? application : application with { FederatedLogout = "false" };
}
