using System.Text.Json;
using System.Text.Json.Serialization;
using Prober.Evidence;

namespace Prober.Checklist.Reports;

/// <summary>Run information as the report's contract spells it: a duration in milliseconds.</summary>
internal sealed record RunJson(
    string Id,
    string Scenario,
    DateTimeOffset StartedAt,
    double DurationMs,
    EvidenceSource Source,
    string? Browser,
    string Version,
    RunOutcome Outcome,
    string? OutcomeDetail,
    ReplayInfo? Replay);

/// <summary>Translates between <see cref="RunInfo"/> and <see cref="RunJson"/>.</summary>
internal sealed class RunInfoConverter : JsonConverter<RunInfo>
{
    public override RunInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var run = JsonSerializer.Deserialize(ref reader, ReportJsonContext.Default.RunJson) ?? throw new JsonException("The report names no run.");
        return new RunInfo
        {
            Id = run.Id,
            Scenario = run.Scenario,
            StartedAt = run.StartedAt,
            Duration = TimeSpan.FromMilliseconds(run.DurationMs),
            Source = run.Source,
            Browser = run.Browser,
            Version = run.Version,
            Outcome = run.Outcome,
            OutcomeDetail = run.OutcomeDetail,
            Replay = run.Replay,
        };
    }

    public override void Write(Utf8JsonWriter writer, RunInfo value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer,
        new RunJson(
            value.Id, value.Scenario, value.StartedAt, value.Duration.TotalMilliseconds, value.Source, value.Browser, value.Version,
            value.Outcome, value.OutcomeDetail, value.Replay),
        ReportJsonContext.Default.RunJson);
}
