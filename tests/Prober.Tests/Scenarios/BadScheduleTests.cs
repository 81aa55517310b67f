using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadScheduleTests
{
    [TestCase("holidays: 2026-12-24", "portal.yaml:19:47: schedule.holidays: expected a list of dates and .ics files, found \"2026-12-24\".")]
    [TestCase("holidays: [24.12.2026]", "portal.yaml:19:48: schedule.holidays[0]: expected a date such as 2026-12-24, or the name of an .ics file, found \"24.12.2026\".")]
    [TestCase("holidays: [2026-02-30]", "portal.yaml:19:48: schedule.holidays[0]: expected a date such as 2026-12-24, or the name of an .ics file, found \"2026-02-30\".")]
    [TestCase("maintenance: { from: \"02:00\", for: 1h }", "portal.yaml:19:50: schedule.maintenance: expected a list of windows, found the keys from and for.")]
    [TestCase("maintenance: [sunday]", "portal.yaml:19:51: schedule.maintenance[0]: expected the keys from and for, found \"sunday\".")]
    [TestCase("maintenance: [{ from: \"02:00\" }]", "portal.yaml:19:51: schedule.maintenance[0]: missing the key \"for\": how long it lasts, whatever the clocks do meanwhile.")]
    [TestCase("maintenance: [{ for: 1h }]", "portal.yaml:19:51: schedule.maintenance[0]: missing the key \"from\": when it begins, by the wall clock of the schedule's time zone.")]
    [TestCase("maintenance: [{ from: \"2:00\", for: 1h }]", "portal.yaml:19:59: schedule.maintenance[0].from: expected a time of day such as 02:30 or 22:00, found \"2:00\".")]
    [TestCase("maintenance: [{ from: \"24:00\", for: 1h }]", "portal.yaml:19:59: schedule.maintenance[0].from: expected a time of day such as 02:30 or 22:00, found \"24:00\".")]
    [TestCase("maintenance: [{ from: \"02:00\", for: 30s }]", "portal.yaml:19:73: schedule.maintenance[0].for: expected a duration from 1m to 31d, found \"30s\".")]
    [TestCase("maintenance: [{ from: \"02:00\", for: 25h }]", "portal.yaml:19:73: schedule.maintenance[0].for: expected 1d or less for a window that comes again; one with a date may be longer.")]
    [TestCase("maintenance: [{ days: [], from: \"02:00\", for: 1h }]", "portal.yaml:19:59: schedule.maintenance[0].days: expected a list of days of the week, found an empty list.")]
    [TestCase("maintenance: [{ days: [sun], from: \"02:00\", for: 1h }]", "portal.yaml:19:60: schedule.maintenance[0].days[0]: expected monday, tuesday, wednesday, thursday, friday, saturday or sunday, found \"sun\".")]
    [TestCase(
        "maintenance: [{ date: 2026-12-24, days: [sunday], from: \"02:00\", for: 1h }]",
        "portal.yaml:19:77: schedule.maintenance[0].days: days goes with a window that comes again; date says that this one comes once.")]
    [TestCase("maintenance: [{ from: \"02:00\", until: \"03:00\" }]", "portal.yaml:19:68: schedule.maintenance[0]: unknown key \"until\". Expected date, days, from or for.")]
    [TestCase("atStart: always", "portal.yaml:19:46: schedule.atStart: expected true or false, found \"always\".")]
    [TestCase("priority: 11", "portal.yaml:19:47: schedule.priority: expected a whole number from 1 to 10, found the number 11.")]
    [TestCase("priority: high", "portal.yaml:19:47: schedule.priority: expected a whole number from 1 to 10, found \"high\".")]
    [TestCase("catchUp: true", "portal.yaml:19:37: schedule: unknown key \"catchUp\". Expected every, cron, timezone, jitter, holidays, maintenance, atStart or priority.")]
    public void Plan_that_cannot_be_kept_is_refused(string more, string message) =>
        Assert.That(PortalScenario.Mistake("every: 5m, jitter: 30s", $"every: 5m, jitter: 30s, {more}"), Is.EqualTo(message));
}
