using NUnit.Framework;
using Prober.Monitor.Scheduling;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Scheduling;

public sealed class MaintenanceTimesTests
{
    // Berlin, 2026: 02:00 to 03:00 is left out on Sunday, 29 March (UTC+1 to UTC+2 at 01:00Z) and comes twice on Sunday, 25 October (at 01:00Z back to UTC+1).
    [TestCase("02:30", 1, "2026-03-28T01:29Z", false, Description = "the day before: not yet")]
    [TestCase("02:30", 1, "2026-03-28T01:30Z", true)]
    [TestCase("02:30", 1, "2026-03-28T02:30Z", false, Description = "its end is no part of it")]
    [TestCase("02:30", 1, "2026-03-29T00:59Z", false)]
    [TestCase("02:30", 1, "2026-03-29T01:00Z", true, Description = "a beginning that is left out is the next time that exists, 03:00")]
    [TestCase("02:30", 1, "2026-03-29T01:59Z", true)]
    [TestCase("02:30", 1, "2026-03-29T02:00Z", false, Description = "an hour later by the stopwatch")]
    [TestCase("01:30", 2, "2026-03-29T02:29Z", true, Description = "two hours over the change: 01:30 to 04:30 on the wall")]
    [TestCase("01:30", 2, "2026-03-29T02:30Z", false)]
    [TestCase("02:30", 1, "2026-10-25T00:29Z", false)]
    [TestCase("02:30", 1, "2026-10-25T00:30Z", true, Description = "of a beginning that comes twice it is the first")]
    [TestCase("02:30", 1, "2026-10-25T01:29Z", true)]
    [TestCase("02:30", 1, "2026-10-25T01:30Z", false, Description = "02:30 for the second time")]
    [TestCase("01:30", 2, "2026-10-25T01:29Z", true, Description = "two hours over the change: 01:30 to 02:30 the second time")]
    [TestCase("01:30", 2, "2026-10-25T01:30Z", false)]
    public void The_beginning_is_the_wall_clocks_and_the_length_the_stopwatchs(string from, int hours, string at, bool holds) =>
        Assert.That(Holds(new() { From = TimeOnly.Parse(from), Length = TimeSpan.FromHours(hours) }, at), Is.EqualTo(holds));

    [TestCase("2026-11-28T23:00Z", true, Description = "Saturday night")]
    [TestCase("2026-11-29T03:59Z", true, Description = "goes on on Sunday")]
    [TestCase("2026-11-29T04:00Z", false)]
    [TestCase("2026-11-29T23:00Z", false, Description = "Sunday night")]
    public void A_window_belongs_to_the_day_on_which_it_begins(string at, bool holds) =>
        Assert.That(Holds(new() { Days = [DayOfWeek.Saturday], From = new(22, 0), Length = TimeSpan.FromHours(7) }, at), Is.EqualTo(holds));

    [TestCase("2026-12-23T22:00Z", false)]
    [TestCase("2026-12-24T21:00Z", true)]
    [TestCase("2026-12-27T20:59Z", true, Description = "three days")]
    [TestCase("2026-12-27T21:00Z", false)]
    [TestCase("2027-12-24T22:00Z", false)]
    public void A_window_with_a_date_comes_once(string at, bool holds) =>
        Assert.That(Holds(new() { Date = new(2026, 12, 24), From = new(22, 0), Length = TimeSpan.FromDays(3) }, at), Is.EqualTo(holds));

    // Lord Howe Island shifts by half an hour: 02:00 to 02:30 is left out on 4 October 2026.
    [Test]
    public void A_shift_of_half_an_hour_is_no_exception()
    {
        var schedule = new ScheduleSettings { Every = TimeSpan.FromMinutes(5), TimeZone = "Australia/Lord_Howe", Maintenance = [new() { From = new(2, 10), Length = TimeSpan.FromMinutes(5) }] };
        Assert.That(MaintenanceTimes.Hold(schedule, DateTimeOffset.Parse("2026-10-03T15:29Z")), Is.False);
        Assert.That(MaintenanceTimes.Hold(schedule, DateTimeOffset.Parse("2026-10-03T15:30Z")), Is.True);
        Assert.That(MaintenanceTimes.Hold(schedule, DateTimeOffset.Parse("2026-10-03T15:35Z")), Is.False);
    }

    private static bool Holds(MaintenanceWindow window, string at) =>
        MaintenanceTimes.Hold(new() { Every = TimeSpan.FromMinutes(5), TimeZone = "Europe/Berlin", Maintenance = [window] }, DateTimeOffset.Parse(at));
}
