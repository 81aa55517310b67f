using NUnit.Framework;
using Prober.Monitor.Scheduling;
using Prober.Scenarios;
using Quartz;

namespace Prober.Tests.Monitor.Scheduling;

public sealed class ScheduleTriggersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void An_interval_begins_within_itself_and_a_restart_does_not_move_it()
    {
        var every = TimeSpan.FromMinutes(5);
        var first = ScheduleTriggers.First("portal", every, Noon);
        Assert.That(first, Is.GreaterThan(Noon).And.LessThanOrEqualTo(Noon + every));
        Assert.That(ScheduleTriggers.First("portal", every, first - TimeSpan.FromTicks(1)), Is.EqualTo(first));
        Assert.That(ScheduleTriggers.First("portal", every, first), Is.EqualTo(first + every));
        Assert.That(ScheduleTriggers.First("portal", every, Noon + TimeSpan.FromDays(3)), Is.EqualTo(first + TimeSpan.FromDays(3)));
    }

    [Test]
    public void Scenarios_of_one_interval_are_spread_over_it()
    {
        var every = TimeSpan.FromMinutes(5);
        var minutes = Enumerable.Range(0, 500).Select(index => (int)(ScheduleTriggers.First($"scenario-{index}", every, Noon) - Noon).TotalMinutes).ToLookup(minute => minute);
        Assert.That(minutes.Select(minute => minute.Count()), Has.Exactly(5).InRange(60, 140));
    }

    // Berlin, 2026: 02:00 to 03:00 is left out on 29 March and comes twice on 25 October.
    [TestCase("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", Description = "a time that is left out moves to the next valid one")]
    [TestCase("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", Description = "a time that comes twice is the first")]
    [TestCase("0 30 2 * * ?", "2026-11-25T12:00:00Z", "2026-11-26T01:30:00Z", Description = "six fields, as Quartz has them")]
    public void Cron_means_the_clock_on_the_wall_also_when_it_changes(string cron, string after, string expected)
    {
        var trigger = ScheduleTriggers.Of(Scenario(new() { Cron = cron, TimeZone = "Europe/Berlin" }), DateTimeOffset.Parse(after));
        Assert.That(trigger.GetFireTimeAfter(DateTimeOffset.Parse(after)), Is.EqualTo(DateTimeOffset.Parse(expected)));
    }

    [Test]
    public void What_is_due_while_the_last_still_runs_is_skipped() =>
        Assert.That(ScheduleTriggers.Of(Scenario(new() { Every = TimeSpan.FromMinutes(1) }), Noon).OverlapPolicy, Is.EqualTo(OverlapPolicy.Skip));

    private static Scenario Scenario(ScheduleSettings schedule) => Scenarios.MonitoredScenario.Named("portal") with { Schedule = schedule };
}
