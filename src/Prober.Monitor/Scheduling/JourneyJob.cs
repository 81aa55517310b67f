using System.Data.Common;
using Prober.Monitor.Metrics;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>
/// Quartz' way into a run: one job a scenario. That two of them are never walked at once is the trigger's overlap policy and the account's lease;
/// <c>DisallowConcurrentExecution</c> would hold the second back and start it late instead of leaving it out. Nor has the job a retry policy: a login that failed is a result and no failed
/// job, and its confirmation belongs to it, whether or not the next occurrence leaves room for a retry.
/// </summary>
public sealed class JourneyJob(ScenarioShelf shelf, JourneyRuns runs, MissedRuns missed, MonitorMetrics metrics, MonitorLife life, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        // The file may have gone between the plan and now; the next look at the folder takes the job away.
        if (shelf.Find(context.JobDetail.Key.Name) is not { } scenario) return;
        var due = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        try
        {
            if (scenario.Schedule?.Jitter is { } jitter && jitter > TimeSpan.Zero) await Task.Delay(jitter * Random.Shared.NextDouble(), time, life.Stopping);
            await runs.RunAsync(scenario, RunCause.Schedule, due, cancellationToken);
        }
        catch (OperationCanceledException) when (life.Stopping.IsCancellationRequested)
        {
            // It had not begun: the next start, or another node, has its next one.
            metrics.Missed(scenario.Name, MissedReason.Stopped);
            await missed.StoppedAsync(scenario.Name, due, CancellationToken.None);
        }
        catch (DbException)
        {
            // The database went away before it began; one that has begun waits for it.
            metrics.Missed(scenario.Name, MissedReason.Late);
            await StorePatience.UntilDoneAsync(() => missed.LateAsync(scenario.Name, [due], CancellationToken.None), time, life.Drained);
        }
    }
}
