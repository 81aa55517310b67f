using System.Data.Common;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Metrics;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>Leaves out what is due in a maintenance window, and counts every due run that is not walked; a gap gets a record. Quartz keeps each in its history, too.</summary>
public sealed partial class ScheduleListener(ScenarioShelf shelf, MonitorMetrics metrics, MissedRuns missed, TimeProvider time, ILogger<ScheduleListener> log) : ITriggerListener
{
    public string Name => "prober";

    public ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scenario = context.JobDetail.Key.Name;
        // What counts is when it would be walked: a window may have begun since it was due.
        if (!MaintenanceTimes.Hold(shelf.Find(scenario)?.Schedule, time.GetUtcNow())) return ValueTask.FromResult(false);
        Count(scenario, MissedReason.Maintenance, context.ScheduledFireTimeUtc);
        return ValueTask.FromResult(true);
    }

    public async ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var scenario = trigger.JobKey.Name;
        var due = MissedTimes.Of(trigger, shelf.Find(scenario), time.GetUtcNow());
        if (due.Count == 0) return;
        metrics.Missed(scenario, MissedReason.Late, due.Count);
        MissedInARow(scenario, due.Count, due[0]);
        try
        {
            await missed.LateAsync(scenario, due, cancellationToken);
        }
        catch (DbException away)
        {
            // The scheduler goes on without the record.
            NotRecorded(scenario, away.GetType().Name);
        }
    }

    public ValueTask TriggerSkipped(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Count(trigger.JobKey.Name, MissedReason.Overlap, trigger.NextFireTimeUtc);
        return ValueTask.CompletedTask;
    }

    private void Count(string scenario, MissedReason reason, DateTimeOffset? due)
    {
        metrics.Missed(scenario, reason);
        Missed(scenario, due, reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Scenario}: {Runs} due runs, the first at {First:u}, could not be started in time")]
    private partial void MissedInARow(string scenario, int runs, DateTimeOffset first);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Scenario}: missed runs have no record, the store does not answer ({Exception})")]
    private partial void NotRecorded(string scenario, string exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scenario}: due at {Due:u}, not walked ({Reason})")]
    private partial void Missed(string scenario, DateTimeOffset? due, MissedReason reason);
}
