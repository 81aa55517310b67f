using System.Globalization;
using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A day of the calendar as ISO 8601 has it.</summary>
internal sealed class DateShape : Shape<DateOnly>
{
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public override string Expected => "a date such as 2026-12-24";

    public override DateOnly Read(StrictNode node, ReadContext context) =>
        node is StrictScalar { IsMissing: false } scalar && Parse(context.Resolve(scalar)) is { } date ? date : throw node.Unexpected(Expected);

    /// <summary>Null for a text that is no day.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public override JsonNode Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = $"({Pattern})|{Interpolation.SchemaPattern}" };
}
