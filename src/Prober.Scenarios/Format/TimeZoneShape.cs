using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A time zone that this machine knows, by its IANA name.</summary>
internal sealed class TimeZoneShape : Shape<string>
{
    public override string Expected => "a time zone such as Europe/Copenhagen";

    public override string Read(StrictNode node, ReadContext context)
    {
        var name = Common.Text.Read(node, context);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)
            ? name
            : throw node.Error($"expected {Expected} that this machine knows, found {node.Describe()}.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => Common.Text.Schema(definitions);
}
