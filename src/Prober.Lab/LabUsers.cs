namespace Prober.Lab;

/// <summary>The people every lab knows.</summary>
internal static class LabUsers
{
    public static LabUser Alice { get; } = new("alice@example.com", "correct-horse-battery", AccountState.InGoodOrder)
    {
        Email = "alice@example.com",
        Name = "Alice Archer",
        Groups = ["editors", "accounting"],
    };

    public static LabUser Eve { get; } = new("eve@example.com", "stale-bread-and-butter", AccountState.PasswordExpired)
    {
        Email = "eve@example.com",
        Name = "Eve Elder",
        Groups = ["editors"],
    };

    public static LabUser Lou { get; } = new("lou@example.com", "locked-out-on-monday", AccountState.Locked)
    {
        Email = "lou@example.com",
        Name = "Lou Lock",
        Groups = ["editors"],
    };

    /// <summary>A record that was imported without attributes.</summary>
    public static LabUser Ned { get; } = new("ned@example.com", "nothing-known-of-ned", AccountState.InGoodOrder);

    /// <summary>Known to the upstream provider only.</summary>
    public static LabUser Uma { get; } = new("uma@workforce.example", "umbrella-against-rain", AccountState.InGoodOrder)
    {
        Subject = "7f0c2b19",
        Email = "uma@workforce.example",
        Name = "Uma Upton",
        Groups = ["editors", "accounting"],
    };

    /// <summary>The upstream provider's people.</summary>
    public static IReadOnlyList<LabUser> Workforce { get; } = [Uma];

    public static IReadOnlyList<LabUser> All { get; } = [Alice, Eve, Lou, Ned];
}
