using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prober.Lab.Assets;

namespace Prober.Lab.Applications.Saml;

/// <summary>A web application with a session of its own, signed in by SAML 2.0.</summary>
internal sealed class SamlApplicationSite(
    ApplicationProfile profile, ApplicationPages pages, SamlApplicationEndpoints endpoints, FaultBehaviour fault, TimeProvider clock)
{
    public const string ConsumerPath = "/saml/acs";
    public const string LogoutServicePath = "/saml/slo";
    public const string MetadataPath = "/saml/metadata";

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
        app.MapGet("/", endpoints.LandingAsync);
        app.MapGet("/login", endpoints.LogInAsync);
        app.MapGet("/protected", endpoints.ProtectedAsync);
        app.MapGet("/open/{name}", pages.OpenOtherAsync);
        app.MapPost(ConsumerPath, endpoints.ConsumeAsync);
        app.MapGet(LogoutServicePath, endpoints.LoggedOutAsync);
        app.MapGet(MetadataPath, endpoints.ShowMetadataAsync);
        app.MapGet("/logout", endpoints.LogOutAsync);
        app.MapGet(profile.SignedOutPath, endpoints.SignedOutAsync);
    }
}
