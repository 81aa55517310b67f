namespace Prober.Lab;

/// <summary>What the identity provider thinks of an account before it lets anybody in.</summary>
public enum AccountState
{
    InGoodOrder,

    /// <summary>The password is right but too old: a page to change it comes before the application.</summary>
    PasswordExpired,

    /// <summary>Too many attempts; answered with 429 whatever the password.</summary>
    Locked,
}
