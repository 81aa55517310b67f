namespace Prober.Lab;

/// <summary>Nobody renewed the provider's certificate. No browser trusts the lab's certificates, so it complains of the issuer before the date.</summary>
internal sealed class CertificateExpiredFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CertificateExpired, "F18", "certificate-expired",
        "The identity provider's certificate has expired.", "login-prompt-idp-available")
    {
        Reason = "tls",
        MustNotFail = ["session-*"],
    };

    public override LabOptions Prepare(LabOptions options) => options with { ProviderCertificateExpired = true };
}
