using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Browser.Recording;

/// <summary>The names of what a "who am I" answer holds with a value: members, nested ones dotted, and lists of type and value as frameworks write claims.</summary>
internal static class AttributeNames
{
    private static readonly string[] Wrappers = ["user", "profile", "claims", "account", "session", "data"];
    private static readonly string[] TypeMembers = ["typ", "type", "claim", "name"];
    private static readonly string[] ValueMembers = ["val", "value"];

    public static IReadOnlyList<string> In(JsonNode json) => [.. Names(json, "").Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Names(JsonNode? node, string path) => node switch
    {
        null => [],
        JsonObject claim when Text(claim, TypeMembers) is { } type && Text(claim, ValueMembers) is { } value => value.Length > 0 ? [type] : [],
        JsonObject json => json.SelectMany(member => Names(member.Value, PathOf(path, member))),
        JsonArray array => array.SelectMany(item => item is JsonObject ? Names(item, path) : Names(item, path).Take(1)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()) => [],
        _ => path.Length > 0 ? [path] : [],
    };

    private static string PathOf(string path, KeyValuePair<string, JsonNode?> member) =>
        path.Length > 0 ? $"{path}.{member.Key}" : member.Value is JsonObject && Wrappers.Contains(member.Key) ? "" : member.Key;

    private static string? Text(JsonObject json, string[] names) =>
        names.Select(name => json[name]).OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : null).FirstOrDefault(text => text is not null);
}
