using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Provider;

namespace Prober.Lab.Applications;

/// <summary>Where the identity provider reports an ended session (OpenID Connect Back-Channel Logout 1.0, section 2.5).</summary>
internal sealed class BackChannelLogoutEndpoint(ApplicationProfile profile, EndedSessions sessions, ApplicationLog log)
{
    public const string Path = "/backchannel-logout";

    public async Task ReceiveAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var validated = await ValidateAsync(context, form["logout_token"].ToString());
        context.Response.Headers.CacheControl = "no-store";
        if (!validated.IsValid || !IsLogout(validated))
        {
            log.Write("WARN", "Refused a logout token");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        sessions.Add((string)validated.Claims["sid"]);
        log.Write("INFO", "The identity provider ended a session");
    }

    private async Task<TokenValidationResult> ValidateAsync(HttpContext context, string token)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(OpenIdConnectDefaults.AuthenticationScheme);
        var provider = await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = profile.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidTypes = ["logout+jwt"],
            ValidateLifetime = false,
        });
    }

    private static bool IsLogout(TokenValidationResult token) =>
        token.Claims.ContainsKey("sid")
        && token.SecurityToken is JsonWebToken jwt
        && jwt.TryGetPayloadValue<System.Text.Json.JsonElement>("events", out var events)
        && events.TryGetProperty(BackChannelLogout.LogoutEvent, out _);
}
