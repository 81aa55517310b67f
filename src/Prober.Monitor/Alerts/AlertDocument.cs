using System.Text.Json.Serialization;

namespace Prober.Monitor.Alerts;

/// <summary>The whole alert for a program: what a webhook gets as its body and a command on its standard input.</summary>
internal sealed record AlertDocument
{
    [JsonPropertyName("schemaVersion")] public int SchemaVersion { get; } = 1;

    /// <summary><c>firing</c> or <c>resolved</c>.</summary>
    [JsonPropertyName("status")] public required string Status { get; init; }

    /// <summary>What the message says: <c>opened</c>, <c>acknowledged</c>, <c>reminder</c>, <c>flapping</c> or <c>resolved</c>.</summary>
    [JsonPropertyName("kind")] public required string Kind { get; init; }

    /// <summary>The same from the first message of an incident to its last.</summary>
    [JsonPropertyName("key")] public required string Key { get; init; }

    [JsonPropertyName("title")] public required string Title { get; init; }

    [JsonPropertyName("summary")] public required string Summary { get; init; }

    [JsonPropertyName("remedy")] public required string? Remedy { get; init; }

    [JsonPropertyName("fault")] public required string Fault { get; init; }

    [JsonPropertyName("check")] public required string Check { get; init; }

    [JsonPropertyName("reason")] public required string Reason { get; init; }

    /// <summary>What is otherwise than in the last run that passed; null when nothing is known of that.</summary>
    [JsonPropertyName("changed")] public required string? Changed { get; init; }

    [JsonPropertyName("scenarios")] public required IReadOnlyList<string> Scenarios { get; init; }

    [JsonPropertyName("since")] public required DateTimeOffset Since { get; init; }

    [JsonPropertyName("resolved")] public required DateTimeOffset? Resolved { get; init; }

    /// <summary>Address of the first report; its path alone when nobody said where the page is; null without a report.</summary>
    [JsonPropertyName("report")] public required string? Report { get; init; }

    public static AlertDocument Of(Alert alert) => new()
    {
        Status = alert.IsOver ? "resolved" : "firing",
        Kind = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{alert.Kind}"),
        Key = alert.Incident.Id,
        Title = AlertText.Title(alert),
        Summary = alert.Incident.Summary,
        Remedy = alert.Incident.Remedy,
        Fault = alert.Incident.Fault,
        Check = alert.Incident.CheckId,
        Reason = alert.Incident.Reason,
        Changed = AlertText.Changed(alert),
        Scenarios = alert.Incident.Scenarios,
        Since = alert.Incident.OpenedAt,
        Resolved = alert.IsOver ? alert.Incident.ResolvedAt : null,
        Report = alert.Report?.AbsoluteUri ?? alert.ReportPath,
    };
}
