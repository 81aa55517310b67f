using Prober.Scenarios;
using Quartz;
using Quartz.Impl.Calendar;

namespace Prober.Monitor.Scheduling;

/// <summary>A scenario's holidays as a Quartz calendar of its own.</summary>
public static class ScheduleCalendars
{
    /// <summary>Null for a scenario that has no holidays.</summary>
    public static ICalendar? Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Schedule is not { Holidays.Count: > 0 } schedule) return null;
        var calendar = new HolidayCalendar { TimeZone = ScheduleTriggers.Zone(schedule) };
        foreach (var day in schedule.Holidays) calendar.AddExcludedDay(day);
        return calendar;
    }
}
