namespace Prober.Lab;

/// <summary>The groups claim has a name that the provider keeps for itself, so it is dropped in silence.</summary>
internal sealed class GroupsClaimDroppedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.GroupsClaimDropped, "F73", "groups-claim-dropped",
        "Neither the ID token nor UserInfo carries the groups.", "token-required-info")
    {
        MustNotFail = ["profile-rules-actions-ok", "app-logs-attributes-received"],
        Scenario = LabScenario.BrowserApplication,
        ScenarioTweak = "The scenario expects the claim groups.",
    };

    public override IReadOnlyCollection<string> WithheldFromIdentityToken { get; } = ["groups"];

    public override IReadOnlyCollection<string> WithheldFromUserInfo { get; } = ["groups"];
}
