using NUnit.Framework;
using Prober.Monitor.Scheduling;
using Prober.Scenarios;
using Prober.Tests.Monitor.Scenarios;
using Quartz;
using Quartz.Extensibility;

namespace Prober.Tests.Monitor.Scheduling;

public sealed class MissedTimesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void All_times_of_a_gap_are_missed_and_none_that_is_still_to_come()
    {
        var (scenario, trigger) = Planned(new() { Every = TimeSpan.FromMinutes(5) });
        var missed = MissedTimes.Of(trigger, scenario, Noon.AddHours(1));
        Assert.That((missed.Count, missed[0]), Is.EqualTo((12, trigger.NextFireTimeUtc!.Value)));
        Assert.That(MissedTimes.Of(trigger, null, Noon), Is.Empty);
    }

    [Test]
    public void A_holiday_and_a_maintenance_window_are_no_miss()
    {
        var (scenario, trigger) = Planned(new()
        {
            Cron = "0 12 * * *",
            Holidays = [new(2026, 11, 28)],
            Maintenance = [new() { Date = new(2026, 11, 29), From = new(11, 0), Length = TimeSpan.FromHours(2) }],
        });
        Assert.That(MissedTimes.Of(trigger, scenario, Noon.AddDays(4)).Select(due => due.Day), Is.EqualTo(new[] { 27, 30 }));
    }

    private static (Scenario, ITrigger) Planned(ScheduleSettings schedule)
    {
        var scenario = MonitoredScenario.Named("portal") with { Schedule = schedule };
        var trigger = (IOperableTrigger)ScheduleTriggers.Of(scenario, Noon.AddSeconds(1));
        // As it stands in the store of a prober that was away; computed now, a cron trigger would begin now.
        trigger.NextFireTimeUtc = trigger.GetFireTimeAfter(Noon);
        return (scenario, trigger);
    }
}
