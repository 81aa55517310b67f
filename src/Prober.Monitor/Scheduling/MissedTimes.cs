using Prober.Scenarios;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>Which times a trigger has missed: Quartz tells of the first alone, and goes on with the next that is still to come.</summary>
public static class MissedTimes
{
    /// <summary>More of one gap are not counted.</summary>
    private const int Most = 10_000;

    /// <param name="trigger">As it was before the gap.</param>
    /// <param name="scenario">Whose holidays and maintenance windows are no misses; null when it is gone.</param>
    /// <param name="now">The end of the gap.</param>
    public static IReadOnlyList<DateTimeOffset> Of(ITrigger trigger, Scenario? scenario, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var holidays = scenario is null ? null : ScheduleCalendars.Of(scenario);
        var missed = new List<DateTimeOffset>();
        for (var at = trigger.NextFireTimeUtc; at is { } due && due <= now && missed.Count < Most; at = trigger.GetFireTimeAfter(due))
        {
            if (holidays?.IsTimeIncluded(due) != false && !MaintenanceTimes.Hold(scenario?.Schedule, due)) missed.Add(due);
        }

        return missed;
    }
}
