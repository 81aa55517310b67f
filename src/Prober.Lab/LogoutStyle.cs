namespace Prober.Lab;

/// <summary>Where a logout at the identity provider ends.</summary>
public enum LogoutStyle
{
    /// <summary>Straight back to the application's page.</summary>
    Redirect,

    /// <summary>A page asks "Do you want to log out?" first.</summary>
    Confirm,

    /// <summary>The provider's own "You are signed out" page, without a way back.</summary>
    ProviderPage,
}
