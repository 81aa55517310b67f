using Microsoft.Extensions.Logging;
using Prober.Monitor.Scenarios;
using Prober.Scenarios;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>Keeps the scheduler's jobs as the scenario files say: one for each that has a schedule, none for what is gone.</summary>
public sealed partial class SchedulePlan(ISchedulerFactory factory, ScenarioShelf shelf, TimeProvider time, ILogger<SchedulePlan> log)
{
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var wanted = shelf.All.Where(scenario => scenario.Schedule is not null).ToDictionary(scenario => scenario.Name);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(ScheduleTriggers.Group), cancellationToken))
        {
            if (wanted.ContainsKey(key.Name)) continue;
            await scheduler.DeleteJob(key, cancellationToken);
            Removed(key.Name);
        }

        foreach (var scenario in wanted.Values) await PlanAsync(scheduler, scenario, cancellationToken);
    }

    private async Task PlanAsync(IScheduler scheduler, Scenario scenario, CancellationToken cancellationToken)
    {
        var trigger = ScheduleTriggers.Of(scenario, time.GetUtcNow());
        // A plan that has not changed keeps its next moment, also over a restart and beside other nodes.
        if (await scheduler.GetTrigger(trigger.Key, cancellationToken) is { } present && present.Description == trigger.Description) return;
        var job = JobBuilder.Create<JourneyJob>().WithIdentity(scenario.Name, ScheduleTriggers.Group).StoreDurably().Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
        Planned(scenario.Name, trigger.Description ?? "", trigger.StartTimeUtc);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scenario}: {Schedule}, first at {First:u}")]
    private partial void Planned(string scenario, string schedule, DateTimeOffset first);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scenario}: no longer scheduled")]
    private partial void Removed(string scenario);
}
