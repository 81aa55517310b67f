namespace Prober.Lab;

/// <summary>The scenario's account is blocked, whatever the password.</summary>
internal sealed class AccountLockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.AccountLocked, "F29", "account-locked",
        "The account is blocked after too many attempts (429).", "credentials-no-error-shown")
    {
        Reason = "lockout",
        MustNotFail = ["credentials-password-expired"],
    };

    public override IReadOnlyList<LabUser> Users(IReadOnlyList<LabUser> users) =>
        [.. users.Select(user => user == Visitor ? user with { State = AccountState.Locked } : user)];
}
