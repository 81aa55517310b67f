using System.Globalization;
using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A percentage that leaves something on either side, such as <c>99.9%</c>; read as 0.999.</summary>
internal sealed class ShareShape : Shape<double>
{
    private const string Pattern = "^[0-9]{1,2}([.][0-9]{1,4})?%$";

    public override string Expected => "a percentage over 0% and under 100% such as 99.9%";

    public override double Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar scalar || scalar.IsMissing) throw node.Unexpected(Expected);
        if (scalar.IsNumber) throw node.Error($"expected {Expected}, found {node.Describe()} without the sign.");
        var text = context.Resolve(scalar);
        // Decimal, so that 99.9% is what is written and not a number near it.
        return text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100
            ? (double)(percent / 100)
            : throw node.Unexpected(Expected);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = $"({Pattern})|{Interpolation.SchemaPattern}" };
}
