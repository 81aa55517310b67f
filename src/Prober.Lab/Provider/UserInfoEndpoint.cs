using System.Text.Json.Nodes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Prober.Lab.Provider;

/// <summary>Tells the bearer of an access token about its user (OpenID Connect Core, 5.3).</summary>
internal sealed class UserInfoEndpoint(Tenant tenant)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (context.GetOpenIddictServerResponse() is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteJsonAsync(new JsonObject { ["error"] = refusal.Error }, context.RequestAborted);
            return;
        }

        var bearer = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var principal = bearer.Principal!;
        var user = tenant.Users.FindBySubject(principal.GetClaim(Claims.Subject))!;
        var answer = new JsonObject { [Claims.Subject] = user.Subject };
        var claims = ProfileClaims.For(user, principal.GetScopes(), tenant.Fault.WithheldFromUserInfo);
        foreach (var group in claims.GroupBy(claim => claim.Type))
            answer[group.Key] = Value(group.Key, [.. group.Select(claim => claim.Value)]);

        await context.Response.WriteJsonAsync(answer, context.RequestAborted);
    }

    private static JsonNode Value(string type, IReadOnlyList<string> values) => type switch
    {
        "groups" => new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        Claims.EmailVerified => JsonValue.Create(values[0] == "true"),
        _ => JsonValue.Create(values[0]),
    };
}
