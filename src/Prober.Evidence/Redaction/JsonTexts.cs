using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Redaction;

/// <summary>Applies a function to every text in a JSON tree, names included.</summary>
internal static class JsonTexts
{
    public static JsonObject Map(JsonObject json, Func<string, string> map)
    {
        var result = new JsonObject();
        foreach (var (name, value) in json) result[map(name)] = Node(value, map);
        return result;
    }

    private static JsonNode? Node(JsonNode? node, Func<string, string> map) => node switch
    {
        null => null,
        JsonObject json => Map(json, map),
        JsonArray array => new JsonArray([.. array.Select(item => Node(item, map))]),
        _ when node.GetValueKind() == JsonValueKind.String => JsonValue.Create(map(node.GetValue<string>())),
        _ => node.DeepClone(),
    };
}
