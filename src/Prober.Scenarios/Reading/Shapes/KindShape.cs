using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>A short and a long way to write the same: which one it is shows in whether a value, a list or keys stand there.</summary>
public sealed class KindShape<T>(Shape<T>? scalar = null, Shape<T>? list = null, Shape<T>? map = null) : Shape<T>
{
    private IEnumerable<Shape<T>> All => new[] { scalar, list, map }.OfType<Shape<T>>();

    public override string Expected => string.Join(", or ", All.Select(shape => shape.Expected));

    public override T Read(StrictNode node, ReadContext context)
    {
        var shape = node switch { StrictList => list, StrictMap => map, StrictScalar { IsMissing: true } => null, _ => scalar };
        return shape is null ? throw node.Unexpected(Expected) : shape.Read(node, context);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JsonArray([.. All.Select(shape => shape.Schema(definitions))]) };
}
