using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The identity provider's clock is ahead of the application's.</summary>
internal sealed class SamlNotYetValidFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlNotYetValid, "F92", "saml-not-yet-valid",
        "The assertion is valid only from three minutes in the future.", "claims-saml-conditions")
    {
        MustNotFail = ["claims-saml-signature"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) =>
        draft with { NotBefore = draft.IssueInstant + TimeSpan.FromMinutes(3) };
}
