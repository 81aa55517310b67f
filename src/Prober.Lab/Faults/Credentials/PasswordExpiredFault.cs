namespace Prober.Lab;

/// <summary>The scenario's account is one whose password is too old.</summary>
internal sealed class PasswordExpiredFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.PasswordExpired, "F26", "password-expired",
        "The account's password has expired and must be changed before the application opens.", "credentials-password-expired")
    {
        MustNotFail = ["credentials-browser-console", "token-*"],
    };

    public override LabUser Visitor => LabUsers.Eve;
}
