using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The identity provider answers that it could not authenticate the person.</summary>
internal sealed class SamlStatusAuthnFailedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlStatusAuthnFailed, "F89", "saml-status-authn-failed",
        "The SAML response carries the status Responder / AuthnFailed.", "claims-saml-status")
    {
        MustNotFail = ["claims-saml-signature"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft with
    {
        Status = SamlNames.Responder,
        SubStatus = SamlNames.AuthnFailed,
        StatusMessage = "The user could not be authenticated.",
    };
}
