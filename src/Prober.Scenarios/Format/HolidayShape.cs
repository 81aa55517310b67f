using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A day, or the name of an iCalendar file whose whole-day events are the days.</summary>
internal sealed class HolidayShape : Shape<IReadOnlyList<DateOnly>>
{
    public override string Expected => "a date such as 2026-12-24, or the name of an .ics file";

    public override IReadOnlyList<DateOnly> Read(StrictNode node, ReadContext context)
    {
        var text = node is StrictScalar { IsMissing: false } scalar ? context.Resolve(scalar) : "";
        if (DateShape.Parse(text) is { } day) return [day];
        if (!text.EndsWith(".ics", StringComparison.OrdinalIgnoreCase)) throw node.Unexpected(Expected);
        var path = ScenarioPath.Of(node, text);
        context.Uses(path);
        try
        {
            return HolidayFile.Read(path, context.Today.Year);
        }
        catch (InputFileException mistake)
        {
            // Found here, where it is named: as written, as a variable may stand in it.
            throw node.Error($"{node.Describe()}: {mistake.Reason}");
        }
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = $"({DateShape.Pattern})|(\\.[iI][cC][sS]$)|{Interpolation.SchemaPattern}" };
}
