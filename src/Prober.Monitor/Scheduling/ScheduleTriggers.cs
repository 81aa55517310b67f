using System.Security.Cryptography;
using System.Text;
using Prober.Scenarios;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>
/// A scenario's <c>schedule</c> as a Quartz trigger. A run that could not start in time is not made up for, and one that is due while the last
/// still runs is skipped: a probe that comes late says nothing of its time.
/// </summary>
public static class ScheduleTriggers
{
    /// <summary>Group of all triggers and jobs that scenarios own.</summary>
    public const string Group = "scenarios";

    /// <param name="scenario">With a schedule.</param>
    /// <param name="now">The first run comes within one interval from here.</param>
    public static ITrigger Of(Scenario scenario, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var schedule = scenario.Schedule ?? throw new ArgumentException("a scenario without a schedule", nameof(scenario));
        var trigger = TriggerBuilder.Create().WithIdentity(scenario.Name, Group).ForJob(scenario.Name, Group)
            .WithDescription(Describe(schedule)).WithOverlapPolicy(OverlapPolicy.Skip).WithPriority(schedule.Priority);
        if (schedule.Holidays.Count > 0) trigger = trigger.WithCalendarName(scenario.Name);
        return schedule.Every is { } every
            ? trigger.StartAt(First(scenario.Name, every, now)).WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)).Build()
            : trigger.StartAt(now).WithSchedule(Cron(schedule)).Build();
    }

    /// <summary>
    /// The next moment of an interval for this scenario. Intervals are counted from 1970 and shifted by a hash of the name: scenarios do not start
    /// together, and a restart does not move them.
    /// </summary>
    public static DateTimeOffset First(string name, TimeSpan every, DateTimeOffset now)
    {
        var hash = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var offset = (long)(hash % (ulong)every.Ticks);
        var sinceEpoch = (now - DateTimeOffset.UnixEpoch).Ticks - offset;
        var next = ((sinceEpoch / every.Ticks) + 1) * every.Ticks;
        return DateTimeOffset.UnixEpoch.AddTicks(next + offset);
    }

    // Five fields as cron has them, six or seven as Quartz has them. At a change of clocks Quartz fires a time that is left out at the next
    // valid one, and a time that comes twice once.
    private static CronScheduleBuilder Cron(ScheduleSettings schedule)
    {
        var format = schedule.Cron!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5 ? CronFormat.Unix : CronFormat.Quartz;
        return CronScheduleBuilder.Create(schedule.Cron, format).InTimeZone(Zone(schedule)).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
    }

    /// <summary>The time zone of a schedule's wall clock.</summary>
    public static TimeZoneInfo Zone(ScheduleSettings schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
    }

    // Tells a plan that has changed from one that has not; as long as the holidays are many, their days do not fit in.
    private static string Describe(ScheduleSettings schedule)
    {
        var text = schedule.Every is { } every ? $"every {every}" : $"cron {schedule.Cron} ({schedule.TimeZone ?? "UTC"})";
        if (schedule.Priority != ScheduleSettings.UsualPriority) text += $", priority {schedule.Priority}";
        if (schedule.Holidays.Count == 0) return text;
        var days = string.Join(' ', schedule.Holidays.Select(day => $"{day:yyyy-MM-dd}"));
        return $"{text}, {schedule.Holidays.Count} holidays ({schedule.TimeZone ?? "UTC"}, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(days)))[..8]})";
    }
}
