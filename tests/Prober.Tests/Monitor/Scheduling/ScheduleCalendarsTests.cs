using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Monitor.Scheduling;
using Prober.Scenarios;
using Prober.Tests.Monitor.Scenarios;
using Prober.Tests.Scenarios.Format;
using Quartz;
using Quartz.Extensibility;

namespace Prober.Tests.Monitor.Scheduling;

public sealed class ScheduleCalendarsTests
{
    [Test]
    public void A_holiday_is_a_day_of_the_schedules_time_zone()
    {
        var calendar = ScheduleCalendars.Of(Scenario("Europe/Berlin"))!;
        Assert.That(Included(calendar, "2026-12-24T22:59Z", "2026-12-24T23:00Z", "2026-12-25T22:59Z", "2026-12-25T23:00Z"), Is.EqualTo(new[] { true, false, false, true }));
        Assert.That(Included(ScheduleCalendars.Of(Scenario(null))!, "2026-12-24T23:59Z", "2026-12-25T00:00Z", "2026-12-26T00:00Z"), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void A_day_out_of_a_file_is_left_out_like_any_other()
    {
        var folder = Directory.CreateTempSubdirectory("prober-holidays-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "closed.ics"), HolidayFileTests.Calendar("DTSTART;VALUE=DATE:20201224\nDTEND;VALUE=DATE:20201226\nRRULE:FREQ=YEARLY"));
            var text = MonitoredScenario.Text("portal", "1h, timezone: Europe/Berlin, holidays: [closed.ics]");
            var scenario = ScenarioLoader.Parse(text, Path.Combine(folder.FullName, "portal.yaml"), ScenarioVariables.Of(new Dictionary<string, string>()), new FakeTimeProvider(DateTimeOffset.Parse("2026-11-30T00:00Z")));
            Assert.That(Included(ScheduleCalendars.Of(scenario)!, "2026-12-23T22:59Z", "2026-12-23T23:00Z", "2026-12-25T22:59Z", "2026-12-25T23:00Z"), Is.EqualTo(new[] { true, false, false, true }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void An_interval_goes_on_after_it_where_it_would_have_been()
    {
        var scenario = Scenario("Europe/Berlin");
        var from = DateTimeOffset.Parse("2026-12-24T20:00Z");
        var times = TriggerFireTimes.Compute(ScheduleTriggers.Of(scenario, from), ScheduleCalendars.Of(scenario)!, 4);
        Assert.That(times[3], Is.EqualTo(ScheduleTriggers.First("portal", TimeSpan.FromHours(1), DateTimeOffset.Parse("2026-12-25T23:00Z"))), "three before the holiday, the next after it");
    }

    [Test]
    public void A_plan_that_changes_reads_otherwise()
    {
        string? Plan(ScheduleSettings schedule) => ScheduleTriggers.Of(MonitoredScenario.Named("portal") with { Schedule = schedule }, DateTimeOffset.UnixEpoch).Description;
        var plain = new ScheduleSettings { Every = TimeSpan.FromMinutes(5) };
        var plans = new[] { plain, plain with { Priority = 9 }, plain with { Holidays = [new(2026, 12, 25)] }, plain with { Holidays = [new(2026, 12, 26)] }, plain with { Holidays = [new(2026, 12, 25)], TimeZone = "Europe/Berlin" } };
        Assert.That(plans.Select(Plan).Distinct().Count(), Is.EqualTo(plans.Length));
    }

    private static Scenario Scenario(string? zone) =>
        MonitoredScenario.Named("portal") with { Schedule = new() { Every = TimeSpan.FromHours(1), TimeZone = zone, Holidays = [new(2026, 12, 25)] } };

    private static IEnumerable<bool> Included(ICalendar calendar, params string[] times) => times.Select(time => calendar.IsTimeIncluded(DateTimeOffset.Parse(time)));
}
