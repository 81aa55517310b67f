using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Only the application remembers the person; the provider forgets at once.</summary>
internal sealed class SessionDroppedAfterLoginFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SessionDroppedAfterLogin, "F39", "session-dropped-after-login",
        "The identity provider deletes its session cookie as the login ends.", "session-cookie-established")
    {
        MustNotFail = ["session-app-established"],
    };

    public override Task BeforeResumeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { SessionCookie.Name, SessionCookie.CompatibleName })
            context.Response.Cookies.Delete(name);
        return Task.CompletedTask;
    }
}
