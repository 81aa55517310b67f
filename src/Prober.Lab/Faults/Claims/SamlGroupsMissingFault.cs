using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The groups are not released to this application.</summary>
internal sealed class SamlGroupsMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlGroupsMissing, "F98", "saml-groups-missing",
        "The assertion carries no groups attribute.", "claims-saml-attributes")
    {
        MustNotFail = ["claims-saml-status"],
        Scenario = LabScenario.Saml,
        ScenarioTweak = "The scenario requires the attribute groups.",
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft.Without(SamlNames.GroupsAttribute);
}
