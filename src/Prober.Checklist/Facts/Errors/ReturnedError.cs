using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Errors;

/// <summary>An error that a server returned, in one form, with the one check that owns it.</summary>
/// <param name="Where">Where it stood: callback, provider page, token endpoint, script call of the login page.</param>
/// <param name="Code">Exact code: an OAuth error, a vendor number, <c>http-503</c>.</param>
/// <param name="Description">As returned, cleaned, at most 300 characters; text of an attacker's choosing, so never trusted.</param>
/// <param name="Entry">The exchange that carried it.</param>
/// <param name="Owner">The check that fails for it; null for signals that are no failure.</param>
/// <param name="IsSilentSignal">A normal answer to a silent request (login_required and kin).</param>
public sealed record ReturnedError(ErrorPlace Where, string Code, string? Description, HarEntry Entry, string? Owner, bool IsSilentSignal)
{
    /// <summary>What the code means, from the table of error codes.</summary>
    public string? Diagnosis { get; init; }

    public LoginTransaction? Transaction { get; init; }
}

/// <summary>Where an error was returned.</summary>
public enum ErrorPlace
{
    Callback,
    ProviderPage,
    TokenEndpoint,
    LoginScript,
    UserInfo,
    Logout,
}
