using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Prober.Evidence;

namespace Prober.Checklist.Reports;

/// <summary>
/// The report as JSON: a stable contract with its schema beside it (<c>report.schema.json</c>). Quotes and angle brackets
/// are not escaped, so a page that embeds the text has to escape it.
/// </summary>
public static class ReportJson
{
    public static string Write(Report report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.Report);

    public static Task WriteAsync(Stream stream, Report report, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, report, ReportJsonContext.Default.Report, cancellationToken);

    /// <summary>Reads a report of this version or of a later one with further members.</summary>
    /// <exception cref="JsonException">The text is no report; the message names line and position.</exception>
    public static Report Read(string json) =>
        JsonSerializer.Deserialize(json, ReportJsonContext.Default.Report) ?? throw new JsonException("A report is expected, but null stands there.");

    /// <summary>The JSON Schema (draft 2020-12) of the contract, made from the types.</summary>
    public static string Schema()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var schema = (JsonObject)ReportJsonContext.Default.Options.GetJsonSchemaAsNode(typeof(Report), exporter);
        var named = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Report of one login run",
        };
        foreach (var (name, value) in schema.ToList())
            named[name] = value?.DeepClone();
        return named.ToJsonString(ReportJsonContext.Default.Options).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Run information is written in a form of its own, which the exporter cannot see behind the converter.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node) => context.TypeInfo.Type == typeof(RunInfo)
        ? ReportJsonContext.Default.Options.GetJsonSchemaAsNode(typeof(RunJson), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true })
        : node;
}
