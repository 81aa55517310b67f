namespace Prober.Monitor.Store;

/// <summary>One run as the store keeps it. Written when it begins, or has to wait before, so that a run that is killed has a record, too.</summary>
public sealed record RunRecord
{
    public required string Id { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Which process walks it.</summary>
    public required string Node { get; init; }

    public required RunState State { get; init; }

    public required RunCause Cause { get; init; }

    /// <summary>When the schedule wanted it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it began; while it waits, since when.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>As in report.json; null while it runs and where there is no report.</summary>
    public string? Verdict { get; init; }

    /// <summary>Whose fault, as in report.json.</summary>
    public string? Fault { get; init; }

    public string? HeadlineCheck { get; init; }

    public string? HeadlineReason { get; init; }

    /// <summary>The headline, or why there is none.</summary>
    public string? Summary { get; init; }

    public string? Remedy { get; init; }

    /// <summary>Folder of the bundle and its reports, on the node that walked it; null when there is none, or no longer.</summary>
    public string? Folder { get; init; }

    /// <summary>Where the bundle lies in a bucket; null when it is in none.</summary>
    public string? Bundle { get; init; }

    /// <summary>Bundle and reports are kept somewhere.</summary>
    public bool HasEvidence => Folder is not null || Bundle is not null;

    /// <summary>Run that this one was to confirm.</summary>
    public string? Confirms { get; init; }

    /// <summary>It failed, and the run that was to confirm it did not.</summary>
    public bool Flaky { get; init; }

    public double? DurationMs => EndedAt is { } ended ? (ended - StartedAt).TotalMilliseconds : null;
}
