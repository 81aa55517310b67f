using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>A list of things of one shape.</summary>
public sealed class ListShape<T>(Shape<T> item, string items, int least = 0) : Shape<IReadOnlyList<T>>
{
    public override string Expected => $"a list of {items}";

    public override IReadOnlyList<T> Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictList list) throw node.Unexpected(Expected);
        if (list.Items.Count < least) throw node.Error($"expected {Expected}, found an empty list.");
        return [.. list.Items.Select(each => item.Read(each, context))];
    }

    public override JsonNode Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Write)]);

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (least > 0) schema["minItems"] = least;
        return schema;
    }
}
