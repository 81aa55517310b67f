using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prober.Lab.Assets;
using Prober.Lab.Provider;

namespace Prober.Lab.Applications.WsFederation;

/// <summary>A web application with a session of its own, signed in by WS-Federation.</summary>
internal sealed class WsFederationApplicationSite(
    ApplicationProfile profile, ApplicationPages pages, WsFederationApplicationEndpoints endpoints, FaultBehaviour fault, TimeProvider clock)
{
    public const string ReplyPath = "/signin-wsfed";

    public void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = $"{profile.Name.ToLowerInvariant()}.session";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.TimeProvider = clock;
            fault.AdjustCookie(profile, options);
        });
    }

    public void Map(WebApplication app)
    {
        fault.InFrontOfApplication(profile, app);
        app.UseRouting();
        app.UseAuthentication();
        LabAssets.Map(app);
        app.MapGet("/", context => context.Response.WriteHtmlAsync(pages.Landing(), context.RequestAborted));
        app.MapGet("/login", endpoints.LogInAsync);
        app.MapGet("/protected", endpoints.ProtectedAsync);
        app.MapGet("/open/{name}", pages.OpenOtherAsync);
        app.MapPost(profile.CallbackPath, endpoints.ConsumeAsync);
        app.MapGet("/logout", endpoints.LogOutAsync);
        app.MapGet(profile.SignedOutPath, context => context.Response.WriteHtmlAsync(pages.SignedOut(), context.RequestAborted));
    }
}
