using System.Text.Json;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web;

/// <summary>A run as the API shows it.</summary>
internal sealed record RunView
{
    public required string Id { get; init; }

    public required string Scenario { get; init; }

    /// <summary>waiting, running, completed, interrupted, prober-fault, abandoned, skipped or missed.</summary>
    public required string State { get; init; }

    /// <summary>schedule, confirmation or demand.</summary>
    public required string Cause { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it began; while it waits, since when.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public double? DurationMs { get; init; }

    /// <summary>As in report.json.</summary>
    public string? Verdict { get; init; }

    /// <summary>As in report.json.</summary>
    public string? Fault { get; init; }

    public string? HeadlineCheck { get; init; }

    public string? HeadlineReason { get; init; }

    public string? Summary { get; init; }

    public string? Remedy { get; init; }

    /// <summary>Id of the run that this one was to confirm.</summary>
    public string? Confirms { get; init; }

    public bool Flaky { get; init; }

    /// <summary>Path of its report.</summary>
    public string? Report { get; init; }

    public static RunView Of(RunRecord run) => new()
    {
        Id = run.Id,
        Scenario = run.Scenario,
        State = Word(run.State),
        Cause = Word(run.Cause),
        DueAt = run.DueAt,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        DurationMs = run.DurationMs,
        Verdict = run.Verdict,
        Fault = run.Fault,
        HeadlineCheck = run.HeadlineCheck,
        HeadlineReason = run.HeadlineReason,
        Summary = run.Summary,
        Remedy = run.Remedy,
        Confirms = run.Confirms,
        Flaky = run.Flaky,
        Report = !run.HasEvidence ? null : $"/runs/{run.Id}/report",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
