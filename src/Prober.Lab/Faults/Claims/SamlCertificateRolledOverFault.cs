using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The identity provider signs with its next key, and the application still has the last one.</summary>
internal sealed class SamlCertificateRolledOverFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlCertificateRolledOver, "F95", "saml-certificate-rolled-over",
        "The assertion is signed with a certificate that is not the configured one.", "claims-saml-signature")
    {
        MustNotFail = ["claims-saml-conditions"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) => draft with { Certificate = SamlCertificates.RolledOver };
}
