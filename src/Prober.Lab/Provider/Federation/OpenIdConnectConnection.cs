using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Hosting;
using Prober.Lab.Upstream;

namespace Prober.Lab.Provider.Federation;

/// <summary>The broker as a relying party of an OpenID Connect provider: code flow with PKCE, redeemed on the back channel.</summary>
internal sealed class OpenIdConnectConnection(OpenIdConnectUpstream settings, TimeProvider clock) : UpstreamConnection
{
    public const string ConnectionName = "workforce";

    private static readonly HttpClient Http = new(LoopbackHandler.Create()) { Timeout = TimeSpan.FromSeconds(5) };

    public override string Name => ConnectionName;

    public override string Strategy => "oidc";

    public override string DisplayName => "Workforce";

    public override string RequestUrl(FederatedLogin login) => settings.Url(UpstreamPaths.Authorize) + QueryString.Create(new Dictionary<string, string?>
    {
        ["client_id"] = settings.ClientId,
        ["response_type"] = "code",
        ["redirect_uri"] = settings.Callback,
        ["scope"] = string.Join(' ', settings.Scopes),
        ["state"] = login.State,
        ["nonce"] = login.Nonce,
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(login.Verifier))),
        ["code_challenge_method"] = "S256",
    });

    public override async Task<UpstreamIdentity> ReceiveAsync(HttpContext context, FederatedLogin login)
    {
        var query = context.Request.Query;
        if (query["error"].ToString() is { Length: > 0 } error)
            throw new UpstreamRefusalException(error, query["error_description"].ToString());

        var token = await RedeemAsync(query["code"].ToString(), login, context.RequestAborted);
        var claims = await VerifyAsync(token, login, context.RequestAborted);
        return new UpstreamIdentity(Name, claims.Subject)
        {
            Email = Text(claims, "email"),
            Name = Text(claims, "name"),
            Groups = [.. claims.Claims.Where(claim => claim.Type == "groups").Select(claim => claim.Value)],
            IdentityToken = token,
        };
    }

    public override string LogoutUrl(UpstreamIdentity identity, string handle) =>
        settings.Url(UpstreamPaths.EndSession) + QueryString.Create(new Dictionary<string, string?>
        {
            ["id_token_hint"] = identity.IdentityToken,
            ["post_logout_redirect_uri"] = settings.AfterLogout,
            ["state"] = handle,
        });

    private async Task<string> RedeemAsync(string code, FederatedLogin login, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = settings.Callback,
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
            ["code_verifier"] = login.Verifier,
        });
        using var response = await Http.PostAsync(settings.Url(UpstreamPaths.Token), form, cancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return answer?["id_token"]?.GetValue<string>()
            ?? throw new UpstreamRefusalException("access_denied", $"The upstream provider did not redeem the code: {answer?["error"]}");
    }

    private async Task<JsonWebToken> VerifyAsync(string token, FederatedLogin login, CancellationToken cancellationToken)
    {
        var retriever = new HttpDocumentRetriever(Http) { RequireHttps = false };
        var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(settings.Url(UpstreamPaths.Discovery), retriever, cancellationToken);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = metadata.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = metadata.SigningKeys,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        });
        if (result is { IsValid: true, SecurityToken: JsonWebToken verified } && Text(verified, "nonce") == login.Nonce)
            return verified;

        throw new UpstreamRefusalException("access_denied", result.Exception?.Message ?? "The upstream ID token belongs to another login.");
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && value.Length > 0 ? value : null;
}
