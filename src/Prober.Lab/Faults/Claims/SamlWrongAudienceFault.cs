using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The assertion is meant for another service provider.</summary>
internal sealed class SamlWrongAudienceFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlWrongAudience, "F93", "saml-wrong-audience",
        "The assertion's audience is not Ledger's entity ID.", "claims-saml-audience")
    {
        MustNotFail = ["claims-saml-destination"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft with { Audience = draft.Audience + "/" };
}
