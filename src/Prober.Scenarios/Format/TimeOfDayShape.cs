using System.Globalization;
using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A time of the wall clock, hours and minutes.</summary>
internal sealed class TimeOfDayShape : Shape<TimeOnly>
{
    private const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    public override string Expected => "a time of day such as 02:30 or 22:00";

    public override TimeOnly Read(StrictNode node, ReadContext context) =>
        node is StrictScalar { IsMissing: false } scalar && TimeOnly.TryParseExact(context.Resolve(scalar), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw node.Unexpected(Expected);

    public override JsonNode Write(TimeOnly value) => value.ToString("HH:mm", CultureInfo.InvariantCulture);

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = $"({Pattern})|{Interpolation.SchemaPattern}" };
}
