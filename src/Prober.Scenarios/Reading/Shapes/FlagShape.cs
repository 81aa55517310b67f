using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary><c>true</c> or <c>false</c>, without quotes.</summary>
public sealed class FlagShape : Shape<bool>
{
    public override string Expected => "true or false";

    public override bool Read(StrictNode node, ReadContext context) => node is StrictScalar { IsFlag: true } scalar
        ? scalar.Text.Equals("true", StringComparison.OrdinalIgnoreCase)
        : throw node.Unexpected(Expected);

    public override JsonNode Write(bool value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}
