using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The assertion names nobody; single logout will not know whom to log out.</summary>
internal sealed class SamlNameIdMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlNameIdMissing, "F97", "saml-name-id-missing",
        "The assertion's subject has no NameID.", "claims-saml-nameid")
    {
        MustNotFail = ["claims-saml-signature"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft with { NameId = null };
}
