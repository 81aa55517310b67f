namespace Prober.Monitor.Store;

/// <summary>A row of <c>monitor_runs</c>, in the database's own types.</summary>
internal sealed class RunRow
{
    public string Id { get; set; } = "";

    public string Scenario { get; set; } = "";

    public string Node { get; set; } = "";

    public string State { get; set; } = "";

    public string Cause { get; set; } = "";

    public long DueAt { get; set; }

    public long StartedAt { get; set; }

    public long? EndedAt { get; set; }

    public string? Verdict { get; set; }

    public string? Fault { get; set; }

    public string? HeadlineCheck { get; set; }

    public string? HeadlineReason { get; set; }

    public string? Summary { get; set; }

    public string? Remedy { get; set; }

    public string? Folder { get; set; }

    public string? Bundle { get; set; }

    public string? Confirms { get; set; }

    public int Flaky { get; set; }

    public static RunRow Of(RunRecord run) => new()
    {
        Id = run.Id,
        Scenario = run.Scenario,
        Node = run.Node,
        State = $"{run.State}",
        Cause = $"{run.Cause}",
        DueAt = run.DueAt.ToUnixTimeMilliseconds(),
        StartedAt = run.StartedAt.ToUnixTimeMilliseconds(),
        EndedAt = run.EndedAt?.ToUnixTimeMilliseconds(),
        Verdict = run.Verdict,
        Fault = run.Fault,
        HeadlineCheck = run.HeadlineCheck,
        HeadlineReason = run.HeadlineReason,
        Summary = run.Summary,
        Remedy = run.Remedy,
        Folder = run.Folder,
        Confirms = run.Confirms,
        Flaky = run.Flaky ? 1 : 0,
    };

    public RunRecord ToRecord() => new()
    {
        Id = Id,
        Scenario = Scenario,
        Node = Node,
        State = Enum.Parse<RunState>(State),
        Cause = Enum.Parse<RunCause>(Cause),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(DueAt),
        StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(StartedAt),
        EndedAt = EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
        Verdict = Verdict,
        Fault = Fault,
        HeadlineCheck = HeadlineCheck,
        HeadlineReason = HeadlineReason,
        Summary = Summary,
        Remedy = Remedy,
        Folder = Folder,
        Bundle = Bundle,
        Confirms = Confirms,
        Flaky = Flaky != 0,
    };
}
