using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>Things of one shape under names that the file chooses, in the order of the file.</summary>
public sealed class MapShape<T>(Shape<T> value, string expected, string namePattern, string nameExpected, int least = 0)
    : Shape<IReadOnlyDictionary<string, T>>
{
    public override string Expected => expected;

    public override IReadOnlyDictionary<string, T> Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictMap map || map.Entries.Count < least) throw node.Unexpected(Expected);
        var result = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, item) in map.Entries)
        {
            if (!Regex.IsMatch(key.Text, namePattern)) throw key.Error($"expected {nameExpected}, found {key.Describe()}.");
            result.Add(key.Text, value.Read(item, context));
        }
        return result;
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = namePattern },
            ["additionalProperties"] = value.Schema(definitions),
        };
        if (least > 0) schema["minProperties"] = least;
        return schema;
    }
}
