using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The upstream provider releases no e-mail address, in no form.</summary>
internal sealed class UpstreamAssertionWithoutEmailFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamAssertionWithoutEmail, "F55", "upstream-assertion-without-email",
        "The upstream provider's assertion carries no e-mail attribute.", "profile-idp-response-has-user-info")
    {
        MustNotFail = ["claims-saml-signature"],
        Scenario = LabScenario.FederatedSaml,
        ScenarioTweak = "The scenario requires the attribute email.",
    };

    public override SamlResponseDraft AlterUpstreamResponse(SamlResponseDraft draft) =>
        draft.Without(SamlNames.EmailAttribute) with { NameId = LabUsers.Uma.Subject, NameIdFormat = SamlNames.PersistentFormat };
}
