using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Prober.Monitor.Web.Access;

/// <summary>Login at a provider of the operator's choice: authorization code with PKCE (OpenID Connect Core section 3.1; RFC 7636).</summary>
internal static class ProviderLogin
{
    private static readonly string[] Names = ["preferred_username", "name", "email", "sub"];

    public static void AddTo(AuthenticationBuilder authentication, ProviderAccess provider) => authentication.AddOpenIdConnect(options =>
    {
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.Authority = provider.Issuer.AbsoluteUri;
        if (LocalhostNames.IsThisMachine(provider.Issuer)) options.BackchannelHttpHandler = LocalhostNames.Handler();
        // Only a provider on this machine can be had without: the options see to it.
        options.RequireHttpsMetadata = provider.Issuer.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret?.Reveal();
        options.ResponseType = OpenIdConnectResponseType.Code;
        // An answer in the address needs no cookie that is sent along from another site's form.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = provider.RedirectUri.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.CallbackPath = "/signin-oidc";
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapAll();
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = provider.RedirectUri.AbsoluteUri;
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context => ReceiveAsync(context, provider);
        options.Events.OnRemoteFailure = FailAsync;
    });

    private static async Task ReceiveAsync(TicketReceivedContext context, ProviderAccess provider)
    {
        var roles = provider.Rules.Where(rule => rule.Covers(context.Principal!)).Select(rule => rule.Role).ToList();
        var name = Names.Select(context.Principal!.FindFirstValue).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "somebody";
        if (roles.Count > 0)
        {
            context.Principal = Person.Of(context.Principal!.FindFirstValue("sub") ?? name, name, roles.Max(), "provider");
            return;
        }

        context.HandleResponse();
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync($"{name} has no role here: neither viewer nor operator\n");
    }

    private static async Task FailAsync(RemoteFailureContext context)
    {
        // What the provider said may hold codes and names.
        context.HandleResponse();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync("the login at the provider did not succeed; begin again at /login\n");
    }
}
