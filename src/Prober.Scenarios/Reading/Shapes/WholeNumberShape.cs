using System.Globalization;
using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>A whole number within bounds.</summary>
public sealed class WholeNumberShape(int least, int most, string unit = "") : Shape<int>
{
    public override string Expected =>
        $"a whole number from {least} to {most}{(unit.Length == 0 ? "" : $" ({unit})")}";

    public override int Read(StrictNode node, ReadContext context) =>
        node is StrictScalar { IsNumber: true } scalar
        && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most
            ? value
            : throw node.Unexpected(Expected);

    public override JsonNode Write(int value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
}
