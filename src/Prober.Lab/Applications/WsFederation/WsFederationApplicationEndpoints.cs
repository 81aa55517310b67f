using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications.Saml;
using Prober.Lab.Provider;
using Prober.Lab.Saml;
using Prober.Lab.WsFederation;

namespace Prober.Lab.Applications.WsFederation;

/// <summary>Signs people in and out of an application by WS-Federation: its own requests out, verified tokens in.</summary>
internal sealed class WsFederationApplicationEndpoints(ApplicationProfile profile, ApplicationPages pages, ApplicationLog log, TimeProvider clock)
{
    private readonly RelyingParty self = WsFederationWiring.Self(profile);
    private readonly TrustedTokenService provider = WsFederationWiring.Provider(profile);
    private readonly SecurityTokenConsumer consumer = new(WsFederationWiring.Self(profile), WsFederationWiring.Provider(profile), clock);
    private readonly PendingRequests requests = new();

    public Task LogInAsync(HttpContext context)
    {
        var query = new Dictionary<string, string?>
        {
            ["wa"] = WsFederationNames.SignIn,
            ["wtrealm"] = self.Realm,
            ["wreply"] = self.ReplyAddress,
            ["wctx"] = requests.Begin().RelayState,
            ["wct"] = SamlNames.Instant(clock.GetUtcNow()),
        };
        if (profile.ForceAuthn)
            query["wfresh"] = "0";
        context.Response.Redirect(provider.Endpoint + QueryString.Create(query));
        return Task.CompletedTask;
    }

    public Task ProtectedAsync(HttpContext context) => context.User.Identity is { IsAuthenticated: true }
        ? context.Response.WriteHtmlAsync(pages.SignedIn(context.User), context.RequestAborted)
        : LogInAsync(context);

    /// <summary>Where tokens come. One that nobody asked for is refused, since it may be somebody else's (login CSRF).</summary>
    public async Task ConsumeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            SamlRefusalException.Unless(requests.End(form["wctx"].ToString()) is not null, "No request is under way for this wctx.");
            var login = consumer.Accept(form["wresult"].ToString());
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(SamlIdentity.Of(login)));
            log.Write("INFO", $"Signed in {login.NameId}");
            context.Response.Redirect("/protected");
        }
        catch (SamlRefusalException refusal)
        {
            log.Write("ERROR", $"Security token refused: {refusal.Message}");
            await context.Response.WriteHtmlAsync(pages.Failure(), context.RequestAborted, StatusCodes.Status403Forbidden);
        }
    }

    public async Task LogOutAsync(HttpContext context)
    {
        log.Write("INFO", $"Signed out {context.User.FindFirstValue(ClaimTypes.NameIdentifier)}");
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Redirect(provider.Endpoint + QueryString.Create(new Dictionary<string, string?>
        {
            ["wa"] = WsFederationNames.SignOut,
            ["wtrealm"] = self.Realm,
            ["wreply"] = profile.Url(profile.SignedOutPath),
        }));
    }
}
