using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Management;

namespace Prober.Lab.Provider;

/// <summary>Decides over a username and password the way Auth0's database connection does.</summary>
internal sealed class CredentialCheck(Tenant tenant)
{
    private static readonly CredentialRefusal Wrong = new(
        StatusCodes.Status400BadRequest, "wrong-email-credentials", "Wrong email or password", "fp");

    private static readonly CredentialRefusal Blocked = new(
        StatusCodes.Status429TooManyRequests, "too_many_attempts",
        "Your account has been blocked after multiple consecutive login attempts. "
        + "We've sent you an email with instructions on how to unblock it.", "limit_wc");

    /// <summary>Returns the reason for refusing, or <c>null</c> after a session has begun for the transaction.</summary>
    public CredentialRefusal? Decide(LoginTransaction transaction, string username, string password)
    {
        transaction.Username = username;
        var user = tenant.Users.FindByUsername(username);
        var refusal = (user is null ? null : tenant.Fault.Refusal(user)) ?? Refusal(user, password);
        if (refusal is not null)
        {
            tenant.Log.Write(refusal.EventType, transaction.Client.ClientId, username, refusal.Text, LogDetails.OfError("access_denied", refusal.Text), Tenant.DatabaseConnection);
            return refusal;
        }

        transaction.Session = tenant.Sessions.Begin(user!);
        return null;
    }

    private static CredentialRefusal? Refusal(LabUser? user, string password) => user switch
    {
        null => Wrong with { EventType = "fu" },
        { State: AccountState.Locked } => Blocked,
        _ => user.Password == password ? null : Wrong,
    };
}
