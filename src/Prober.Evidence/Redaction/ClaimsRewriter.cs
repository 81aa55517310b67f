using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Masks claims so that a check can still tell whether one is there, of which type and not empty: names, types, counts and emptiness
/// stay, as do the claims that say nothing about a person, and group names that the scenario names itself.
/// </summary>
internal sealed class ClaimsRewriter(SecretMask mask, IReadOnlySet<string> keptValues)
{
    public JsonObject Rewrite(JsonObject claims)
    {
        var result = new JsonObject();
        foreach (var (name, value) in claims)
        {
            result[name] = SensitiveNames.IsKeptClaim(name) ? value?.DeepClone() : Mask(value, SensitiveNames.FingerprintedClaim(name) ?? SecretKind.Personal);
        }

        return result;
    }

    /// <summary>True for JSON that describes a person: a UserInfo response, a decoded token, a profile.</summary>
    public static bool IsClaims(JsonObject json) => json["sub"]?.GetValueKind() == JsonValueKind.String;

    private JsonNode? Mask(JsonNode? node, SecretKind kind) => node switch
    {
        null => null,
        JsonObject json => Members(json, kind),
        JsonArray array => new JsonArray([.. array.Select(item => Mask(item, kind))]),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => Text(node.GetValue<string>(), kind),
            JsonValueKind.Number => JsonValue.Create(0),
            _ => node.DeepClone(),
        },
    };

    private JsonObject Members(JsonObject json, SecretKind kind)
    {
        var result = new JsonObject();
        foreach (var (name, value) in json) result[name] = Mask(value, SensitiveNames.FingerprintedClaim(name) ?? kind);
        return result;
    }

    private JsonValue Text(string value, SecretKind kind) => JsonValue.Create(keptValues.Contains(value) || string.IsNullOrWhiteSpace(value) ? value : mask(kind, value));
}
