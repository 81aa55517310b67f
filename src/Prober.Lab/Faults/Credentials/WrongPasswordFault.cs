namespace Prober.Lab;

/// <summary>Somebody changed the probe account's password and told nobody.</summary>
internal sealed class WrongPasswordFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.WrongPassword, "F23", "wrong-password",
        "The account's password is not the one the scenario types.", "credentials-no-error-shown")
    {
        MustNotFail = ["session-*", "login-prompt-*"],
    };

    public override IReadOnlyList<LabUser> Users(IReadOnlyList<LabUser> users) =>
        [.. users.Select(user => user == Visitor ? user with { Password = "changed-last-tuesday" } : user)];
}
