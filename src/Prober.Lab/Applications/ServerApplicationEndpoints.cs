using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab.Applications;

/// <summary>The pages and addresses of a server-side application.</summary>
internal sealed class ServerApplicationEndpoints(ApplicationProfile profile, ApplicationPages pages, ApplicationLog log)
{
    /// <summary>Nothing that fails leaves the person without a page or the log without a line.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (AuthenticationFailureException failure)
        {
            log.Write("ERROR", $"Unhandled exception on {context.Request.Path}: {failure.GetType().Name}: {failure.Message}");
            await context.Response.WriteHtmlAsync(
                pages.Failure(), context.RequestAborted, StatusCodes.Status500InternalServerError);
        }
    }

    public Task LandingAsync(HttpContext context) => context.Response.WriteHtmlAsync(pages.Landing(), context.RequestAborted);

    public static Task LogInAsync(HttpContext context) => ChallengeAsync(context);

    public async Task ProtectedAsync(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
            await ChallengeAsync(context);
        else
            await context.Response.WriteHtmlAsync(pages.SignedIn(context.User), context.RequestAborted);
    }

    public Task OpenOtherAsync(HttpContext context) => pages.OpenOtherAsync(context);

    public static Task MeAsync(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return context.Response.WriteJsonAsync(new JsonObject { ["error"] = "not signed in" }, context.RequestAborted);
        }

        return context.Response.WriteJsonAsync(Me(context.User), context.RequestAborted);
    }

    public async Task LogOutAsync(HttpContext context)
    {
        log.Write("INFO", $"Signed out {context.User.FindFirstValue("sub")}");
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (profile.Logout is LogoutWay.ApplicationOnly)
            context.Response.Redirect(profile.SignedOutPath);
        else if (profile.Logout is LogoutWay.BackgroundRequest)
            await context.Response.WriteHtmlAsync(pages.BackgroundLogout(), context.RequestAborted);
        else
            await context.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, new() { RedirectUri = profile.SignedOutPath });
    }

    public Task SignedOutAsync(HttpContext context) =>
        profile.SignedOutIsProtected && context.User.Identity is not { IsAuthenticated: true }
            ? ChallengeAsync(context)
            : context.Response.WriteHtmlAsync(
                context.User.Identity is { IsAuthenticated: true } ? pages.SignedIn(context.User) : pages.SignedOut(), context.RequestAborted);

    /// <summary>Part of the noise of a healthy application: its telemetry collector is down.</summary>
    public static Task TelemetryAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    private static Task ChallengeAsync(HttpContext context) =>
        context.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new() { RedirectUri = "/protected" });

    private static JsonObject Me(ClaimsPrincipal user) => new()
    {
        ["sub"] = user.FindFirstValue("sub"),
        ["name"] = user.FindFirstValue("name"),
        ["email"] = user.FindFirstValue("email"),
        ["groups"] = new JsonArray([.. user.FindAll("groups").Select(claim => JsonValue.Create(claim.Value))]),
        ["sid"] = user.FindFirstValue("sid"),
    };
}
