namespace Prober.Scenarios;

/// <summary>The probe account.</summary>
public sealed record Account
{
    public required Secret Username { get; init; }

    public required Secret Password { get; init; }

    /// <summary>Base32 seed of a time-based one-time password (RFC 6238), when the account has a second factor.</summary>
    public Secret? Totp { get; init; }
}
