using Microsoft.Extensions.Logging;
using Prober.Monitor.Metrics;
using Prober.Monitor.Scenarios;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>Leaves out what is due in a maintenance window, and counts every due run that is not walked. Quartz keeps each in its history, too.</summary>
public sealed partial class ScheduleListener(ScenarioShelf shelf, MonitorMetrics metrics, TimeProvider time, ILogger<ScheduleListener> log) : ITriggerListener
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

    public ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Count(trigger.JobKey.Name, MissedReason.Late, trigger.NextFireTimeUtc);
        return ValueTask.CompletedTask;
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scenario}: due at {Due:u}, not walked ({Reason})")]
    private partial void Missed(string scenario, DateTimeOffset? due, MissedReason reason);
}
