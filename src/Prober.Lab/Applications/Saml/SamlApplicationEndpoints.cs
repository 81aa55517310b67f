using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Saml;

namespace Prober.Lab.Applications.Saml;

/// <summary>Signs people in and out of an application by SAML: its own requests out, verified answers in.</summary>
internal sealed class SamlApplicationEndpoints(
    ApplicationProfile profile, ServiceProvider self, TrustedProvider provider, ApplicationPages pages, ApplicationLog log, TimeProvider clock)
{
    private readonly AssertionConsumer consumer = new(self, provider, clock);
    private readonly PendingRequests requests = new();

    public Task LandingAsync(HttpContext context) => context.Response.WriteHtmlAsync(pages.Landing(), context.RequestAborted);

    public Task SignedOutAsync(HttpContext context) => context.Response.WriteHtmlAsync(pages.SignedOut(), context.RequestAborted);

    public Task LogInAsync(HttpContext context)
    {
        var (relayState, id) = requests.Begin();
        var request = new AuthnRequest(id, self.EntityId, provider.SingleSignOnService, self.AssertionConsumerService) { ForceAuthn = profile.ForceAuthn };
        context.Response.Redirect(RedirectBinding.Url(
            provider.SingleSignOnService, "SAMLRequest", request.ToXml(clock.GetUtcNow()), relayState, certificate: null));
        return Task.CompletedTask;
    }

    public Task ProtectedAsync(HttpContext context) => context.User.Identity is { IsAuthenticated: true }
        ? context.Response.WriteHtmlAsync(pages.SignedIn(context.User), context.RequestAborted)
        : LogInAsync(context);

    /// <summary>The assertion consumer service. A response nobody asked for is taken too, as this application allows IdP-initiated logins.</summary>
    public async Task ConsumeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            var login = consumer.Accept(PostBinding.Decode(form["SAMLResponse"].ToString()), requests.End(form["RelayState"].ToString()));
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(SamlIdentity.Of(login)));
            log.Write("INFO", $"Signed in {login.NameId}");
            context.Response.Redirect("/protected");
        }
        catch (SamlRefusalException refusal)
        {
            log.Write("ERROR", $"SAML response refused: {refusal.Message}");
            await context.Response.WriteHtmlAsync(pages.Failure(), context.RequestAborted, StatusCodes.Status403Forbidden);
        }
    }

    public async Task LogOutAsync(HttpContext context)
    {
        log.Write("INFO", $"Signed out {context.User.FindFirstValue(ClaimTypes.NameIdentifier)}");
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var request = LogoutMessages.Request(
            SamlNames.NewId(), self.EntityId, provider.SingleLogoutService,
            context.User.FindFirstValue(ClaimTypes.NameIdentifier), context.User.FindFirstValue("sid"), clock.GetUtcNow());
        context.Response.Redirect(RedirectBinding.Url(
            provider.SingleLogoutService, "SAMLRequest", request, Identifiers.New(), self.Certificate()));
    }

    /// <summary>Where the identity provider's LogoutResponse comes.</summary>
    public Task LoggedOutAsync(HttpContext context)
    {
        if (!RedirectBinding.IsSignedBy(context.Request, provider.Certificate()))
            log.Write("WARN", "The identity provider's logout response is not signed by it");
        context.Response.Redirect(profile.SignedOutPath);
        return Task.CompletedTask;
    }

    public Task ShowMetadataAsync(HttpContext context)
    {
        context.Response.ContentType = "application/samlmetadata+xml";
        return context.Response.WriteAsync(SamlMetadata.OfServiceProvider(self, clock.GetUtcNow()), context.RequestAborted);
    }
}
