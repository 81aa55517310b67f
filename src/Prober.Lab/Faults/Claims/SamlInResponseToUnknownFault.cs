using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The response answers another request, as after two tabs.</summary>
internal sealed class SamlInResponseToUnknownFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlInResponseToUnknown, "F91", "saml-in-response-to-unknown",
        "The SAML response's InResponseTo names no request of this browser.", "claims-saml-in-response-to")
    {
        MustNotFail = ["claims-saml-conditions"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft with { InResponseTo = SamlNames.NewId() };
}
