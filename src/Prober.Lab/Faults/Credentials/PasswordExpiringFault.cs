namespace Prober.Lab;

/// <summary>"Your password will expire in 5 days": the login goes on, for now.</summary>
internal sealed class PasswordExpiringFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.PasswordExpiring, "F27", "password-expiring",
        "After the password the provider warns that it expires in five days.", "credentials-password-expired")
    {
        Verdict = "warn",
        Reason = "expiring",
        MustNotFail = ["credentials-no-error-shown"],
    };

    public override LabOptions Prepare(LabOptions options) => options with { Interludes = options.Interludes | Interludes.ExpiryNotice };
}
