namespace Prober.Lab;

/// <summary>Somebody changed the password, and every door knows it.</summary>
internal sealed class WrongPasswordEverywhereFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.WrongPasswordEverywhere, "F25", "wrong-password-everywhere",
        "The password is refused at Portal and at Billing.", "credentials-alternate-path")
    {
        MustNotFail = ["login-prompt-connection-enabled"],
        ScenarioTweak = "Billing is the alternate door.",
    };

    public override IReadOnlyList<LabUser> Users(IReadOnlyList<LabUser> users) =>
        [.. users.Select(user => user == Visitor ? user with { Password = "changed-last-tuesday" } : user)];
}
