using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>schedule: { every: 5m, jitter: 30s }</c> or <c>schedule: { cron: "0 */5 * * * ?", timezone: Europe/Copenhagen }</c>.</summary>
internal sealed class ScheduleShape : ObjectShape<ScheduleSettings>
{
    private readonly Key<TimeSpan> _every, _jitter;
    private readonly Key<string> _cron, _timezone;
    private readonly Key<IReadOnlyList<IReadOnlyList<DateOnly>>> _holidays;
    private readonly Key<IReadOnlyList<MaintenanceWindow>> _maintenance;
    private readonly Key<bool> _atStart;
    private readonly Key<int> _priority;

    public ScheduleShape() : base("the key every or the key cron")
    {
        _every = Optional("every", new DurationShape(TimeSpan.FromSeconds(1), TimeSpan.FromDays(31)), "Time from one run to the next.");
        _cron = Optional("cron", new CronShape(), "Cron expression of five fields, or of six or seven as Quartz has them.");
        _timezone = Optional("timezone", new TimeZoneShape(), "Time zone of cron, holidays and maintenance; UTC when absent.");
        _jitter = Optional("jitter", Common.Duration, "A random delay up to this, so that scenarios do not start together.");
        _holidays = Optional("holidays", new ListShape<IReadOnlyList<DateOnly>>(new HolidayShape(), "dates and .ics files"), "Whole days on which the journey is not walked: dates, and iCalendar files with whole-day events.");
        _maintenance = Optional("maintenance", new ListShape<MaintenanceWindow>(new MaintenanceShape(), "windows"), "Times in which the journey is not walked.");
        _atStart = Optional("atStart", Common.Flag, "Walk it once when the monitor starts, too.", false);
        _priority = Optional("priority", new WholeNumberShape(1, 10), "Of journeys that wait for a slot the highest goes first.", ScheduleSettings.UsualPriority);
        ExactlyOneOf(_every, _cron);
    }

    protected override ScheduleSettings Build(ObjectValues values, ReadContext context)
    {
        if (values.Has(_timezone) && !values.Has(_cron) && !values.Has(_holidays) && !values.Has(_maintenance))
            throw values.NodeOf(_timezone).Error("timezone goes with cron, holidays or maintenance; every alone has no need of it.");
        if (values.Maybe(_jitter) >= values.Maybe(_every))
            throw values.NodeOf(_jitter).Error($"expected jitter to be less than every ({DurationShape.Format(values.Get(_every))}).");
        return new()
        {
            Every = values.Maybe(_every),
            Cron = values.Get(_cron),
            TimeZone = values.Get(_timezone),
            Jitter = values.Maybe(_jitter),
            Holidays = values.Has(_holidays) ? [.. values.Get(_holidays).SelectMany(days => days).Distinct()] : [],
            Maintenance = values.Get(_maintenance) ?? [],
            AtStart = values.Get(_atStart),
            Priority = values.Get(_priority),
        };
    }
}
