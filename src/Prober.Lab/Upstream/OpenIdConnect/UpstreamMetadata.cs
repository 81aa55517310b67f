using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream.OpenIdConnect;

/// <summary>Where the upstream provider's endpoints and keys are (OpenID Connect Discovery, 4).</summary>
internal sealed class UpstreamMetadata(UpstreamProvider upstream)
{
    public Task DiscoveryAsync(HttpContext context) => context.Response.WriteJsonAsync(new JsonObject
    {
        ["issuer"] = upstream.Address.ToString(),
        ["authorization_endpoint"] = Url(UpstreamPaths.Authorize),
        ["token_endpoint"] = Url(UpstreamPaths.Token),
        ["jwks_uri"] = Url(UpstreamPaths.Keys),
        ["end_session_endpoint"] = Url(UpstreamPaths.EndSession),
        ["response_types_supported"] = new JsonArray("code"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    }, context.RequestAborted);

    public static Task KeysAsync(HttpContext context)
    {
        var key = UpstreamProvider.Key.Rsa.ExportParameters(includePrivateParameters: false);
        return context.Response.WriteJsonAsync(new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = UpstreamProvider.Key.KeyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        }, context.RequestAborted);
    }

    private string Url(string path) => new Uri(upstream.Address, path).ToString();
}
