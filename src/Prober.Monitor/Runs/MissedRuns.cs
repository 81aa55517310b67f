using System.Globalization;
using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>Gives due runs that nobody could begin a record, one for all of a gap: the history then says why it has one.</summary>
public sealed class MissedRuns(MonitorOptions options, RunStore store, TimeProvider time)
{
    /// <summary>No node could start them in time: all were away, or could not keep up.</summary>
    public Task LateAsync(string scenario, IReadOnlyList<DateTimeOffset> due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        var summary = due.Count == 1
            ? "No prober could start this run in time."
            : string.Create(CultureInfo.InvariantCulture, $"No prober could start these {due.Count} runs in time, due from {due[0]:u} to {due[^1]:u}.");
        return RecordAsync(scenario, due[0], summary, cancellationToken);
    }

    /// <summary>The monitor was stopped while it waited for its account or its slot.</summary>
    public Task StoppedAsync(string scenario, DateTimeOffset due, CancellationToken cancellationToken) =>
        RecordAsync(scenario, due, "The monitor was stopped before this run could begin.", cancellationToken);

    private Task RecordAsync(string scenario, DateTimeOffset due, string summary, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.BeginAsync(
            new()
            {
                Id = RunIds.New(now),
                Scenario = scenario,
                Node = options.Node,
                State = RunState.Missed,
                Cause = RunCause.Schedule,
                DueAt = due,
                StartedAt = now,
                EndedAt = now,
                Fault = "prober",
                Summary = summary,
            },
            cancellationToken);
    }
}
