namespace Prober.Lab;

/// <summary>How the identity provider asks for credentials: one easy page and several that real tenants have.</summary>
public enum LoginPage
{
    /// <summary>The identifier on a first page, the password on a second, as Auth0's Universal Login does.</summary>
    IdentifierFirst,

    /// <summary>Both fields on one page.</summary>
    Combined,

    /// <summary>Fields drawn by a script that posts JSON; the document has no <c>form</c> element.</summary>
    Scripted,

    /// <summary>A page that says "Loading" for seconds before the fields appear.</summary>
    SlowLoading,

    /// <summary>A healthy page whose document already holds the text of the error, hidden.</summary>
    HiddenErrorText,

    /// <summary>A page that says "wrong password" whatever its request was answered, such as 429.</summary>
    MisleadingError,

    /// <summary>The script that would post is blocked, so that the browser sends the form by GET, password in the address.</summary>
    PasswordInAddress,

    /// <summary>A page with a challenge that only a person can solve.</summary>
    Captcha,
}
