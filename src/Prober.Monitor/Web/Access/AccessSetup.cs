using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Prober.Monitor.Web.Access;

/// <summary>Login, roles, rate limits and security headers.</summary>
internal static class AccessSetup
{
    /// <summary>How long a login lasts without a visit.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Either = "either";

    public static void AddAccess(this IServiceCollection services, MonitorOptions options)
    {
        services.AddRateLimiter(RateLimits.Configure);
        if (options.Access.IsOpen) return;
        // A program shows its token with each request; a person's browser shows the cookie that the login gave it.
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0 ? TokenHandler.Name : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null)
            .AddCookie(cookie => Configure(cookie, options));
        if (options.Access.Provider is { } provider) ProviderLogin.AddTo(authentication, provider);
        services.AddAuthorizationBuilder().SetFallbackPolicy(AccessRules.Policy).SetDefaultPolicy(AccessRules.Policy);
    }

    public static void UseAccess(this WebApplication host, MonitorOptions options)
    {
        host.Use(SecurityHeaders.AddAsync);
        host.UseRateLimiter();
        if (options.Access.IsOpen)
        {
            host.Use(OwnHosts.Guard(options.Page));
            return;
        }

        host.UseAuthentication();
        host.UseAuthorization();
    }

    private static void Configure(CookieAuthenticationOptions cookie, MonitorOptions options)
    {
        cookie.Cookie.Name = "prober-login";
        cookie.Cookie.HttpOnly = true;
        // Strict would not be sent when a provider sends somebody back.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = options.Page?.Scheme == "https" ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = AskAsync;
        cookie.Events.OnRedirectToAccessDenied = context => RefuseAsync(context.HttpContext);
    }

    private static Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!AccessRules.IsForPrograms(context.Request.Path) && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect($"{LoginEndpoints.Login}?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return TextAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "a login is needed: a token in the header Authorization, or the page's login\n");
    }

    private static Task RefuseAsync(HttpContext context) => TextAsync(context, StatusCodes.Status403Forbidden, "this needs the role operator\n");

    private static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text);
    }
}
