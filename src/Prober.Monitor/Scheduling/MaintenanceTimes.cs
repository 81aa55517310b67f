using Prober.Scenarios;

namespace Prober.Monitor.Scheduling;

/// <summary>
/// Whether a moment lies in a maintenance window. At a change of clocks a beginning that is left out moves to the next time that exists, and one
/// that comes twice is the first; the length is the stopwatch's.
/// </summary>
public static class MaintenanceTimes
{
    public static bool Hold(ScheduleSettings? schedule, DateTimeOffset at) =>
        schedule is not null && schedule.Maintenance.Any(window => Holds(window, ScheduleTriggers.Zone(schedule), at));

    private static bool Holds(MaintenanceWindow window, TimeZoneInfo zone, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        // A window that comes again is a day long at most; with a change of clocks it may have begun the day before yesterday.
        IEnumerable<DateOnly> days = window.Date is { } once ? [once] : Enumerable.Range(0, 3).Select(back => today.AddDays(-back)).Where(day => window.Days.Contains(day.DayOfWeek));
        return days.Select(day => Instant(day.ToDateTime(window.From), zone)).Any(begin => begin <= at && at < begin + window.Length);
    }

    private static DateTimeOffset Instant(DateTime wall, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(1);
        // Of two, the one with the larger offset from UTC comes first.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }
}
