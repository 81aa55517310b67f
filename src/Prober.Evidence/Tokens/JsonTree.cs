using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Tokens;

/// <summary>Parses JSON of strangers into nodes: of duplicate members the last counts and each is reported.</summary>
internal static class JsonTree
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = true };

    /// <exception cref="JsonException">It is not JSON, or holds text that is not Unicode.</exception>
    public static JsonNode? Parse(string json, string place, List<string> duplicates)
    {
        using var document = JsonDocument.Parse(json, Options);
        try
        {
            return ToNode(document.RootElement, place, duplicates);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("it holds half of a surrogate pair", exception);
        }
    }

    /// <summary>The object a text holds, or null when it holds none.</summary>
    public static JsonObject? TryParseObject(string? json)
    {
        if (json is null || !json.AsSpan().TrimStart().StartsWith("{")) return null;
        try
        {
            return Parse(json, "", []) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? ToNode(JsonElement element, string place, List<string> duplicates) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element, place, duplicates),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(item => ToNode(item, place, duplicates))]),
        JsonValueKind.String => JsonValue.Create(element.GetString()!),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static JsonObject ToObject(JsonElement element, string place, List<string> duplicates)
    {
        var result = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            if (result.ContainsKey(member.Name)) duplicates.Add($"{place}.{member.Name}");
            result[member.Name] = ToNode(member.Value, $"{place}.{member.Name}", duplicates);
        }

        return result;
    }
}
