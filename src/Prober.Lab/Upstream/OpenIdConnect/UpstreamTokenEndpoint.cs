using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream.OpenIdConnect;

/// <summary>Turns a code into an ID token, for the client that can prove itself and its request.</summary>
internal sealed class UpstreamTokenEndpoint(UpstreamProvider upstream, UpstreamCodes codes)
{
    public async Task HandleAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["client_id"] != upstream.Broker.ClientId || form["client_secret"] != upstream.Broker.Secret)
            await RefuseAsync(context, "invalid_client");
        else if (codes.Redeem(form["code"].ToString()) is not { } grant
            || grant.RedirectUri != form["redirect_uri"] || grant.Challenge != ChallengeOf(form["code_verifier"].ToString()))
            await RefuseAsync(context, "invalid_grant");
        else
            await context.Response.WriteJsonAsync(Answer(grant), context.RequestAborted);
    }

    private JsonObject Answer(UpstreamCodes.Grant grant) => new()
    {
        ["access_token"] = Identifiers.New(),
        ["token_type"] = "Bearer",
        ["expires_in"] = 300,
        ["scope"] = string.Join(' ', grant.Scopes),
        ["id_token"] = IdentityToken(grant),
    };

    private string IdentityToken(UpstreamCodes.Grant grant)
    {
        var now = upstream.Clock.GetUtcNow();
        var user = grant.Session.User;
        var claims = new JsonObject
        {
            ["iss"] = upstream.Address.ToString(),
            ["aud"] = upstream.Broker.ClientId,
            ["sub"] = user.Subject,
            ["nonce"] = grant.Nonce,
            ["sid"] = grant.Session.Id,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
        foreach (var claim in ProfileClaims.For(user, grant.Scopes, []).GroupBy(claim => claim.Type))
            claims[claim.Key] = claim.Key == "groups" ? new JsonArray([.. claim.Select(one => JsonValue.Create(one.Value))]) : claim.First().Value;

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(claims.ToJsonString(), new SigningCredentials(UpstreamProvider.Key, SecurityAlgorithms.RsaSha256));
    }

    private static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static Task RefuseAsync(HttpContext context, string error)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteJsonAsync(new JsonObject { ["error"] = error }, context.RequestAborted);
    }
}
