using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The assertion may be presented somewhere else only.</summary>
internal sealed class SamlWrongRecipientFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlWrongRecipient, "F94", "saml-wrong-recipient",
        "The subject confirmation's Recipient is not Ledger's assertion consumer service.", "claims-saml-subject-confirmation")
    {
        MustNotFail = ["claims-saml-audience"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft with { Recipient = draft.Recipient + "/old" };
}
