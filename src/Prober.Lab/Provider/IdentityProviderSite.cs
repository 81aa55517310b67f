using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Prober.Lab.Assets;
using Prober.Lab.Hosting;
using Prober.Lab.Provider.Federation;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Provider.Protocol;
using Prober.Lab.Provider.Saml;
using Prober.Lab.Provider.WsFederation;

namespace Prober.Lab.Provider;

/// <summary>The identity provider's web site: OpenIddict for the protocol, pages of its own for people.</summary>
internal sealed class IdentityProviderSite(Tenant tenant)
{
    private static readonly string[] Methods = ["GET", "POST"];

    public void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication();
        OpenIddictSetup.Add(builder.Services, tenant);
    }

    public void Map(WebApplication app)
    {
        app.UseMiddleware<ClockHeader>(tenant.Clock);
        tenant.Fault.InFrontOfProvider(app);
        app.UseMiddleware<CrossOriginAccess>(tenant);
        app.UseMiddleware<MetadataCaching>();
        app.UseMiddleware<ManagementToken>(tenant);
        app.UseMiddleware<ForeignResume>(tenant);
        app.UseRouting();
        app.UseAuthentication();
        LabAssets.Map(app);

        MapProtocol(app);
        MapSaml(app);
        MapWsFederation(app);
        MapLogin(app);
        ManagementSite.Map(app, tenant);
        app.MapGet("/", new ProviderHomePage(tenant).ShowAsync);
    }

    private void MapProtocol(WebApplication app)
    {
        var authorize = new AuthorizeEndpoint(tenant);
        var logout = new LogoutEndpoint(tenant);
        app.MapMethods(Paths.Authorize, Methods, authorize.AuthorizeAsync);
        app.MapMethods(Paths.Resume, Methods, authorize.ResumeAsync);
        app.MapMethods(Paths.Continue, Methods, AuthorizeEndpoint.ContinueAsync);
        app.MapMethods(Paths.UserInfo, Methods, new UserInfoEndpoint(tenant).HandleAsync);
        app.MapMethods(Paths.EndSession, Methods, logout.EndSessionAsync);
        app.MapGet(Paths.Logout, logout.LogoutAsync);
        app.MapGet(Paths.LogoutConfirmation, LogoutEndpoint.ShowConfirmationAsync);
        app.MapPost(Paths.LogoutConfirmation, logout.ConfirmAsync);
        var upstream = new UpstreamCallbackEndpoint(tenant);
        app.MapMethods(Paths.UpstreamCallback, Methods, upstream.HandleAsync);
        app.MapMethods(Paths.UpstreamLogoutReturn, Methods, upstream.HandleLogoutAsync);
    }

    private void MapSaml(WebApplication app)
    {
        var login = new SamlLoginEndpoint(tenant);
        app.MapMethods("/samlp/{client}", Methods, login.HandleAsync);
        app.MapGet("/samlp/metadata/{client}", login.ShowMetadataAsync);
        app.MapGet("/samlp/{client}/logout", new SamlLogoutEndpoint(tenant, new LogoutEndpoint(tenant)).HandleAsync);
    }

    private void MapWsFederation(WebApplication app)
    {
        var endpoint = new WsFederationEndpoint(tenant);
        app.MapGet("/wsfed/{client}", endpoint.HandleAsync);
        app.MapGet("/wsfed/{client}/FederationMetadata/2007-06/FederationMetadata.xml", endpoint.ShowMetadataAsync);
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

        var passwordless = new Passwordless(tenant);
        app.MapPost(Paths.PasswordlessStart, passwordless.StartAsync);
        app.MapGet(Paths.PasswordlessVerify, passwordless.VerifyAsync);

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
