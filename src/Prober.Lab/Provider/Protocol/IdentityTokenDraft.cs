using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Prober.Lab.Provider.Protocol;

/// <summary>An ID token taken apart, to be changed and signed again. This is how a fault forges what OpenIddict would never issue.</summary>
internal sealed class IdentityTokenDraft
{
    private readonly JsonObject header;
    private readonly JsonObject payload;

    private IdentityTokenDraft(JsonObject header, JsonObject payload)
    {
        this.header = header;
        this.payload = payload;
    }

    public static IdentityTokenDraft Parse(string token)
    {
        var parts = token.Split('.');
        return new IdentityTokenDraft(Decode(parts[0]), Decode(parts[1]));
    }

    public long Number(string claim) => payload[claim]!.GetValue<long>();

    public string? Text(string claim) => (string?)payload[claim];

    public IdentityTokenDraft Set(string claim, JsonNode value)
    {
        payload[claim] = value;
        return this;
    }

    public string Sign(RsaSecurityKey key)
    {
        header["kid"] = key.KeyId;
        var content = Encode(header) + "." + Encode(payload);
        var signature = key.Rsa.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return content + "." + Base64Url.EncodeToString(signature);
    }

    public string Unsigned()
    {
        header["alg"] = "none";
        header.Remove("kid");
        return Encode(header) + "." + Encode(payload) + ".";
    }

    private static JsonObject Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
