using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>The attributes of one person as one witness holds them: a record, a token, an assertion.</summary>
/// <param name="Source">The witness in words: "the user's record", "the ID token".</param>
/// <param name="Values">By name, as the witness spells it; nested objects under dotted names.</param>
/// <param name="PointAt">A pointer to an attribute of this witness, present or absent.</param>
internal sealed record SeenAttributes(string Source, IReadOnlyDictionary<string, JsonNode?> Values, Func<string, string, EvidencePointer> PointAt)
{
    private static readonly string[] Unwrapped = ["user_metadata", "app_metadata", "profileData", "attributes", "traits"];

    /// <summary>The name under which an attribute is there with a value; null when it is absent or empty.</summary>
    public string? Find(string attribute) => Values.Where(pair => !IsEmpty(pair.Value) && AttributeNames.Default.Match(attribute, pair.Key))
        .OrderBy(pair => !pair.Key.Equals(attribute, StringComparison.Ordinal)).Select(pair => pair.Key).FirstOrDefault();

    public static SeenAttributes OfJson(string source, JsonObject json, Func<string, string, EvidencePointer> pointAt) =>
        new(source, Flat(json, "").GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.First().Value), pointAt);

    private static IEnumerable<(string Name, JsonNode? Value)> Flat(JsonObject json, string prefix)
    {
        foreach (var (name, value) in json)
        {
            if (value is JsonObject inner)
            {
                foreach (var pair in Flat(inner, Unwrapped.Contains(name) ? prefix : $"{prefix}{name}.")) yield return pair;
            }
            else if (value is JsonArray array && name == "identities")
            {
                foreach (var pair in array.OfType<JsonObject>().SelectMany(identity => Flat(identity, prefix))) yield return pair;
            }
            else
            {
                yield return (prefix + name, value);
            }
        }
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonValue text => text.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(text.GetValue<string>()),
        _ => false,
    };
}
