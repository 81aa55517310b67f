using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal keeps the state of a login in one cookie, whichever tab it is of: the second tab writes over the first one's.</summary>
internal sealed class SharedStateCookieFault : FaultBehaviour
{
    private const string Cookie = "portal_state";

    private static readonly CookieOptions Attributes = new() { HttpOnly = true, SameSite = SameSiteMode.Lax };

    public override FaultInfo Info { get; } = new(
        Fault.SharedStateCookie, "F129", "shared-state-cookie",
        "Portal keeps the state of every login in the same cookie; of two tabs that log in at once, the first is refused.", "extra-parallel-tabs")
    {
        MustNotFail = ["token-state-roundtrip", "session-*", "logout-*"],
        ScenarioTweak = "after a logout, log in in two tabs at once",
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use(async (context, next) =>
        {
            context.Response.OnStarting(() => RememberAsync(context));
            if (context.Request.Path == application.CallbackPath && context.Request.Query["state"] != context.Request.Cookies[Cookie])
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("Sign-in failed: the state does not match.");
                return;
            }

            await next(context);
        });
    }

    private static Task RememberAsync(HttpContext context)
    {
        if (Uri.TryCreate(context.Response.Headers.Location, UriKind.Absolute, out var target)
            && QueryHelpers.ParseQuery(target.Query).TryGetValue("state", out var state) && target.AbsolutePath == "/authorize")
            context.Response.Cookies.Append(Cookie, state.ToString(), Attributes);
        return Task.CompletedTask;
    }
}
