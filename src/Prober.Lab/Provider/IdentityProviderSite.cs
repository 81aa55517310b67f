using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Prober.Lab.Assets;
using Prober.Lab.Provider.Federation;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab.Provider;

/// <summary>The identity provider's web site: OpenIddict for the protocol, pages of its own for people.</summary>
internal sealed class IdentityProviderSite(Tenant tenant)
{
    public void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication();
        OpenIddictSetup.Add(builder.Services, tenant);
    }

    public void Map(WebApplication app)
    {
        app.UseMiddleware<ProviderClockHeader>(tenant.Clock);
        tenant.Fault.InFrontOfProvider(app);
        app.UseMiddleware<CrossOriginAccess>(tenant);
        app.UseMiddleware<MetadataCaching>();
        app.UseMiddleware<ManagementToken>(tenant);
        app.UseRouting();
        app.UseAuthentication();
        LabAssets.Map(app);

        MapProtocol(app);
        MapLogin(app);
        ManagementSite.Map(app, tenant);
        app.MapGet("/", new ProviderHomePage(tenant).ShowAsync);
    }

    private void MapProtocol(WebApplication app)
    {
        var authorize = new AuthorizeEndpoint(tenant);
        var logout = new LogoutEndpoint(tenant);
        string[] methods = ["GET", "POST"];
        app.MapMethods(Paths.Authorize, methods, authorize.AuthorizeAsync);
        app.MapMethods(Paths.Resume, methods, authorize.ResumeAsync);
        app.MapMethods(Paths.Continue, methods, AuthorizeEndpoint.ContinueAsync);
        app.MapMethods(Paths.UserInfo, methods, new UserInfoEndpoint(tenant).HandleAsync);
        app.MapMethods(Paths.EndSession, methods, logout.EndSessionAsync);
        app.MapGet(Paths.Logout, logout.LogoutAsync);
        app.MapGet(Paths.LogoutConfirmation, LogoutEndpoint.ShowConfirmationAsync);
        app.MapPost(Paths.LogoutConfirmation, logout.ConfirmAsync);
        var upstream = new UpstreamCallbackEndpoint(tenant);
        app.MapMethods(Paths.UpstreamCallback, methods, upstream.HandleAsync);
        app.MapMethods(Paths.UpstreamLogoutReturn, methods, upstream.HandleLogoutAsync);
    }

    private void MapLogin(WebApplication app)
    {
        var login = new LoginEndpoint(tenant);
        app.MapGet(Paths.Login, login.ShowAsync);
        app.MapPost(Paths.Login, login.SubmitAsync);
        app.MapGet(Paths.Identifier, login.ShowAsync);
        app.MapPost(Paths.Identifier, login.SubmitIdentifierAsync);
        app.MapGet(Paths.Password, login.ShowPasswordAsync);
        app.MapPost(Paths.Password, login.SubmitAsync);

        var change = new ChangePasswordEndpoint(tenant);
        app.MapGet(Paths.ChangePassword, change.ShowAsync);
        app.MapPost(Paths.ChangePassword, change.SubmitAsync);

        var interlude = new InterludeEndpoint(tenant);
        foreach (var page in InterludePage.All)
        {
            app.MapGet(page.Path, context => interlude.ShowAsync(page, context));
            app.MapPost(page.Path, context => interlude.SubmitAsync(page, context));
        }
    }
}
