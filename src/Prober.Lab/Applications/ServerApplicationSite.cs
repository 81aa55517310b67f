using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prober.Lab.Assets;
using Prober.Lab.Hosting;

namespace Prober.Lab.Applications;

/// <summary>A web application with a session of its own, signed in by ASP.NET Core's OpenID Connect handler.</summary>
internal sealed class ServerApplicationSite(
    ApplicationProfile profile, ApplicationPages pages, ApplicationLog log, FaultBehaviour fault, TimeProvider clock)
{
    private readonly EndedSessions endedSessions = new();

    public void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(new FrameworkLog(log));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(ConfigureCookie)
            .AddOpenIdConnect(options =>
            {
                new OpenIdConnectSettings(profile, log, clock).Apply(options);
                fault.AdjustOpenIdConnect(profile, options);
            });
    }

    public void Map(WebApplication app)
    {
        var endpoints = new ServerApplicationEndpoints(profile, pages, log);
        app.UseMiddleware<ClockHeader>(clock);
        app.Use(endpoints.GuardAsync);
        fault.InFrontOfApplication(profile, app);
        app.UseRouting();
        app.UseAuthentication();
        LabAssets.Map(app);
        app.MapGet("/", endpoints.LandingAsync);
        app.MapGet("/login", ServerApplicationEndpoints.LogInAsync);
        app.MapGet("/protected", endpoints.ProtectedAsync);
        app.MapGet("/open/{name}", endpoints.OpenOtherAsync);
        app.MapGet("/me", ServerApplicationEndpoints.MeAsync);
        app.MapGet("/logout", endpoints.LogOutAsync);
        if (profile.SignedOutPath != profile.CallbackPath)
            app.MapGet(profile.SignedOutPath, endpoints.SignedOutAsync);
        app.MapPost(BackChannelLogoutEndpoint.Path, new BackChannelLogoutEndpoint(profile, endedSessions, log).ReceiveAsync);
        app.MapPost("/telemetry", ServerApplicationEndpoints.TelemetryAsync);
    }

    /// <summary>As when sessions are kept by one server and asked of another.</summary>
    private static Task ForgetAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return Task.CompletedTask;
    }

    private void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = $"{profile.Name.ToLowerInvariant()}.session";
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.TimeProvider = clock;
        options.Events.OnValidatePrincipal = profile.FormPostLoop ? ForgetAsync : RefuseEndedSessionAsync;
        fault.AdjustCookie(profile, options);
    }

    private Task RefuseEndedSessionAsync(CookieValidatePrincipalContext context)
    {
        if (endedSessions.Contains(context.Principal?.FindFirst("sid")?.Value))
            context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
