using Microsoft.Extensions.Logging;
using Prober.Monitor.Scenarios;
using Prober.Scenarios;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>Keeps the scheduler's jobs as the scenario files say: one for each that has a schedule, none for what is gone.</summary>
public sealed partial class SchedulePlan(ISchedulerFactory factory, ScenarioShelf shelf, TimeProvider time, ILogger<SchedulePlan> log)
{
    /// <summary>Triggers that fire once, at the start.</summary>
    private const string AtStart = "at-start";

    /// <summary>Scenarios planned in one transaction: one each takes minutes for some thousand, all in one keeps those that are due waiting.</summary>
    private const int AtOnce = 100;

    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var wanted = shelf.All.Where(scenario => scenario.Schedule is not null).ToDictionary(scenario => scenario.Name);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(ScheduleTriggers.Group), cancellationToken))
        {
            if (wanted.ContainsKey(key.Name)) continue;
            await scheduler.DeleteJob(key, cancellationToken);
            await scheduler.DeleteCalendar(key.Name, cancellationToken);
            _begun.Remove(key.Name);
            Removed(key.Name);
        }

        var planned = 0;
        foreach (var some in wanted.Values.Chunk(AtOnce)) planned += await PlanAsync(scheduler, some, cancellationToken);
        if (planned > 0) Planned(planned);
        foreach (var scenario in wanted.Values)
        {
            if (_begun.Add(scenario.Name) && scenario.Schedule!.AtStart) await BeginAsync(scheduler, scenario, cancellationToken);
        }
    }

    /// <summary>Returns how many were new or had changed.</summary>
    private async Task<int> PlanAsync(IScheduler scheduler, IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var triggers = scenarios.ToDictionary(scenario => scenario.Name, scenario => ScheduleTriggers.Of(scenario, now));
        // A plan that has not changed keeps its next moment, also over a restart and beside other nodes.
        var present = (await scheduler.GetTriggers([.. triggers.Values.Select(trigger => trigger.Key)], cancellationToken)).ToDictionary(trigger => trigger.Key);
        var changed = scenarios.Where(scenario => triggers[scenario.Name] is var trigger
            && (present.GetValueOrDefault(trigger.Key) is not { } kept || kept.Description != trigger.Description || IsAhead(kept, trigger, ScheduleCalendars.Of(scenario), now))).ToList();
        if (changed.Count == 0) return 0;
        foreach (var scenario in changed)
        {
            if (ScheduleCalendars.Of(scenario) is { } calendar) await scheduler.AddCalendar(scenario.Name, calendar, AddCalendarOptions.Replacing, cancellationToken);
        }

        await scheduler.ScheduleJobs(
            changed.ToDictionary(
                scenario => JobBuilder.Create<JourneyJob>().WithIdentity(scenario.Name, ScheduleTriggers.Group).StoreDurably().Build(),
                scenario => (IReadOnlyCollection<ITrigger>)[triggers[scenario.Name]]),
            ScheduleJobOptions.Replacing, cancellationToken);
        foreach (var trigger in changed.Select(scenario => triggers[scenario.Name])) Planned(trigger.Key.Name, trigger.Description ?? "", trigger.StartTimeUtc);
        return changed.Count;
    }

    // A clock that was set back leaves the next moment as far ahead. One interval is not enough to tell: another node's clock may be a little before this one's.
    private static bool IsAhead(ITrigger kept, ITrigger planned, ICalendar? calendar, DateTimeOffset now)
    {
        return Due(now) is { } first && Due(first) is { } second && kept.NextFireTimeUtc > second;

        DateTimeOffset? Due(DateTimeOffset after)
        {
            var due = planned.GetFireTimeAfter(after);
            // Over a holiday in one step: in seconds, two weeks are many.
            while (due is { } at && calendar?.IsTimeIncluded(at) == false) due = planned.GetFireTimeAfter(calendar.GetNextIncludedTimeUtc(at).AddTicks(-1));
            return due;
        }
    }

    // Nodes that start together replace each other's: it is walked once as a rule, and never not at all.
    private static async Task BeginAsync(IScheduler scheduler, Scenario scenario, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(scenario.Name, AtStart).ForJob(scenario.Name, ScheduleTriggers.Group).StartNow().WithPriority(scenario.Schedule!.Priority);
        if (scenario.Schedule.Holidays.Count > 0) trigger = trigger.WithCalendarName(scenario.Name);
        await scheduler.ScheduleJob(trigger.Build(), ScheduleJobOptions.Replacing, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "scenarios planned, new or changed: {Count}")]
    private partial void Planned(int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Scenario}: {Schedule}, first at {First:u}")]
    private partial void Planned(string scenario, string schedule, DateTimeOffset first);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scenario}: no longer scheduled")]
    private partial void Removed(string scenario);
}
