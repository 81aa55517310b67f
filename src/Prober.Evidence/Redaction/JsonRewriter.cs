using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction;

/// <summary>Masks values in JSON by the names of their members; texts without such a name are looked through as URLs or plain text.</summary>
internal sealed class JsonRewriter(SecretMask mask, TextRewriter text, UrlRewriter urls, ClaimsRewriter claims)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rewritten text, the same text when nothing in it is sensitive, or null when it is not JSON.</summary>
    public string? Rewrite(string json)
    {
        try
        {
            var before = JsonTree.Parse(json, "", []);
            var after = Node(before);
            return JsonNode.DeepEquals(before, after) ? json : after?.ToJsonString(Relaxed) ?? "null";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public JsonObject Object(JsonObject json)
    {
        if (ClaimsRewriter.IsClaims(json)) return claims.Rewrite(json);
        var result = new JsonObject();
        foreach (var (name, value) in json)
        {
            result[name] = value?.GetValueKind() == JsonValueKind.String ? JsonValue.Create(Text(name, value.GetValue<string>())) : Node(value);
        }

        return result;
    }

    private JsonNode? Node(JsonNode? node) => node switch
    {
        null => null,
        JsonObject json => Object(json),
        JsonArray array => new JsonArray([.. array.Select(Node)]),
        _ when node.GetValueKind() == JsonValueKind.String => JsonValue.Create(Text("", node.GetValue<string>())),
        _ => node.DeepClone(),
    };

    // The same names are also used for words: { "code": "invalid_user_password" }, { "password": "Enter your password" }.
    private string Text(string name, string value)
    {
        if (SensitiveNames.IsSaml(name)) return urls.Value(name, value);
        if (SensitiveNames.KindOf(name) is { } kind && IsSensitive(kind, value)) return mask(kind, value);
        if (JwtParts.LooksLikeJwt(value)) return mask(SecretKind.Token, value);
        return value.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? urls.Rewrite(value) : Embedded(value) ?? text.Rewrite(value);
    }

    private static bool IsSensitive(SecretKind kind, string value) => kind switch
    {
        SecretKind.Personal => Randomness.IsPersonal(value) || Randomness.LooksRandom(value),
        SecretKind.Password or SecretKind.OneTimeCode => value.Length > 0 && !value.Contains(' '),
        SecretKind.Token or SecretKind.ClientSecret or SecretKind.Verifier => value.Length >= Randomness.Shortest && !value.Contains(' '),
        _ => Randomness.LooksRandom(value),
    };

    // JSON inside a JSON text, as web storage and log shippers write it.
    private string? Embedded(string value) => value.Length > 1 && value[0] is '{' or '[' ? Rewrite(value) : null;
}
