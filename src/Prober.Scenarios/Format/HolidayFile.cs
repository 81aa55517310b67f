using System.Collections.Concurrent;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Prober.Scenarios.Reading;

namespace Prober.Scenarios.Format;

/// <summary>
/// Days out of an iCalendar file (RFC 5545): those of its events that last whole days. Such an event has no time zone (3.3.4): its days are whoever's who
/// reads it. Events at a time of day are no holidays, and neither are those that were called off.
/// </summary>
internal static class HolidayFile
{
    /// <summary>A rule that finds no day in so many of its steps finds none: 30 February.</summary>
    private const int MostStepsWithoutDay = 1000;

    /// <summary>What was read out of a file last: thousands of scenarios may name the same one, and reading it takes some milliseconds.</summary>
    private static readonly ConcurrentDictionary<string, (string Text, int Year, IReadOnlyList<DateOnly> Days)> Last = new(StringComparer.Ordinal);

    /// <summary>The days of last year, as a gap that is told of may begin there, of this one, and of two more. Whole years: else the plan would be another every day.</summary>
    /// <param name="path">The file.</param>
    /// <param name="year">This year.</param>
    /// <exception cref="InputFileException">It is not there, no calendar, or has no event of whole days.</exception>
    public static IReadOnlyList<DateOnly> Read(string path, int year)
    {
        var text = StrictText.Read(path);
        if (Last.TryGetValue(path, out var last) && last.Year == year && last.Text == text) return last.Days;
        var days = Read(path, text, year);
        Last[path] = (text, year, days);
        return days;
    }

    private static List<DateOnly> Read(string path, string text, int year)
    {
        try
        {
            var calendars = CalendarCollection.Load(text);
            if (!calendars.Any(calendar => calendar.Events.Any(each => each.IsAllDay))) throw Mistake(path, "expected a calendar (RFC 5545) with an event of whole days, found none.");
            return [.. Days(calendars, new(year - 1, 1, 1), new(year + 3, 1, 1))];
        }
        catch (EvaluationLimitExceededException)
        {
            throw Mistake(path, "an event recurs on days that there are not.");
        }
        catch (Exception wrong) when (wrong is not InputFileException)
        {
            // .NET adds which argument of the library's own it was.
            throw Mistake(path, $"not a calendar (RFC 5545): {wrong.Message.Split(" (Parameter ")[0].TrimEnd('.')}.");
        }
    }

    private static IEnumerable<DateOnly> Days(IEnumerable<Calendar> calendars, DateOnly from, DateOnly to) => calendars
        .SelectMany(calendar => calendar.GetOccurrences<CalendarEvent>(new CalDateTime(from.AddMonths(-1)), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostStepsWithoutDay }).TakeWhileBefore(new CalDateTime(to)))
        .Where(occurrence => occurrence.Source is CalendarEvent { IsAllDay: true } each && each.Status != EventStatus.Cancelled)
        .SelectMany(occurrence => Days(occurrence.Period)).Where(day => day >= from && day < to).Distinct().Order();

    private static IEnumerable<DateOnly> Days(Period period)
    {
        var (first, end) = (period.StartTime.Date, period.EffectiveEndTime?.Date);
        for (var day = first; day == first || day < end; day = day.AddDays(1)) yield return day;
    }

    private static InputFileException Mistake(string path, string reason) => new(new(path, 1, 1), reason);
}
