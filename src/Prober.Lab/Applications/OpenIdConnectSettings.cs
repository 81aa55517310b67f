using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Hosting;

namespace Prober.Lab.Applications;

/// <summary>Wires ASP.NET Core's handler: authorization code with PKCE, answers in the query.</summary>
internal sealed class OpenIdConnectSettings(ApplicationProfile profile, ApplicationLog log, TimeProvider clock)
{
    private readonly LogoutRequest logout = new(profile);

    public void Apply(OpenIdConnectOptions options)
    {
        options.Authority = profile.Issuer.ToString();
        options.ClientId = profile.ClientId;
        options.ClientSecret = profile.ClientSecret;
        options.RequireHttpsMetadata = profile.Issuer.Scheme == Uri.UriSchemeHttps;
        options.BackchannelHttpHandler = LoopbackHandler.Create();
        options.TimeProvider = clock;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = profile.FormPostLoop ? OpenIdConnectResponseMode.FormPost : OpenIdConnectResponseMode.Query;
        options.AuthenticationMethod = profile.FormPostLoop
            ? OpenIdConnectRedirectBehavior.FormPost
            : OpenIdConnectRedirectBehavior.RedirectGet;
        options.UsePkce = true;
        options.CallbackPath = profile.CallbackPath;
        options.SignedOutCallbackPath = profile.LogoutCallbackPath;
        options.SignedOutRedirectUri = profile.SignedOutPath;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("name", "name");
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.LifetimeValidator = IsAlive;
        Scopes(options);
        Cookies(options);
        Events(options);
    }

    private void Scopes(OpenIdConnectOptions options)
    {
        options.Scope.Clear();
        foreach (var scope in profile.Scopes)
            options.Scope.Add(scope);
    }

    private void Cookies(OpenIdConnectOptions options)
    {
        // A cross-site POST carries only SameSite=None cookies, which browsers take only with Secure.
        var sameSite = profile.FormPostLoop ? SameSiteMode.None : SameSiteMode.Lax;
        var secure = profile.FormPostLoop ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (sameSite, secure);
        (options.NonceCookie.SameSite, options.NonceCookie.SecurePolicy) = (sameSite, secure);
    }

    private void Events(OpenIdConnectOptions options)
    {
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            foreach (var (name, value) in profile.ExtraParameters)
                context.ProtocolMessage.SetParameter(name, value);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToIdentityProviderForSignOut = logout.AdjustAsync;
        options.Events.OnTokenValidated = context =>
        {
            // Kept for the logout's id_token_hint; the other tokens would only swell the cookie.
            context.Properties!.StoreTokens([new AuthenticationToken { Name = "id_token", Value = context.TokenEndpointResponse!.IdToken }]);
            log.Write("INFO", $"Signed in {context.Principal?.FindFirst("sub")?.Value}");
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            log.Write("ERROR", $"Sign-in failed: {context.Failure?.GetType().Name}: {context.Failure?.Message}");
            return Task.CompletedTask;
        };
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (notBefore is null || notBefore <= now + parameters.ClockSkew)
            && (expires is null || expires > now - parameters.ClockSkew);
    }
}
