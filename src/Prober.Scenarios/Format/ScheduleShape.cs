using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>schedule: { every: 5m, jitter: 30s }</c> or <c>schedule: { cron: "0 */5 * * * ?", timezone: Europe/Copenhagen }</c>.</summary>
internal sealed class ScheduleShape : ObjectShape<ScheduleSettings>
{
    private readonly Key<TimeSpan> _every, _jitter;
    private readonly Key<string> _cron, _timezone;

    public ScheduleShape() : base("the key every or the key cron")
    {
        _every = Optional("every", new DurationShape(TimeSpan.FromSeconds(1), TimeSpan.FromDays(31)), "Time from one run to the next.");
        _cron = Optional("cron", new CronShape(), "Cron expression of five fields, or of six or seven as Quartz has them.");
        _timezone = Optional("timezone", new TimeZoneShape(), "Time zone of the cron expression; UTC when absent.");
        _jitter = Optional("jitter", Common.Duration, "A random delay up to this, so that scenarios do not start together.");
        ExactlyOneOf(_every, _cron);
    }

    protected override ScheduleSettings Build(ObjectValues values, ReadContext context)
    {
        if (values.Has(_timezone) && !values.Has(_cron)) throw values.NodeOf(_timezone).Error("timezone goes with cron; every has no need of it.");
        if (values.Maybe(_jitter) >= values.Maybe(_every))
            throw values.NodeOf(_jitter).Error($"expected jitter to be less than every ({DurationShape.Format(values.Get(_every))}).");
        return new()
        {
            Every = values.Maybe(_every),
            Cron = values.Get(_cron),
            TimeZone = values.Get(_timezone),
            Jitter = values.Maybe(_jitter),
        };
    }
}
