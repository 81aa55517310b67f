using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>Collects the parts of a schema that are used more than once, under their names.</summary>
public sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> _parts = new(StringComparer.Ordinal);

    /// <summary>A reference to a named part, which is written the first time.</summary>
    public JsonObject Reference(string name, Func<JsonObject> write)
    {
        // The name is taken before the part is written, so that a part may contain itself.
        if (_parts.TryAdd(name, [])) _parts[name] = write();
        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    public JsonObject ToJson() => new(_parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Key, part.Value)));
}
