using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios.Format;

/// <summary>Holidays out of an iCalendar file beside the scenario, in November 2026.</summary>
public sealed class HolidayFileTests
{
    private const string NoDay = "\"closed.ics\": expected a calendar (RFC 5545) with an event of whole days, found none.";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("prober-holidays-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    /// <summary>A calendar of events, each of them by the lines that matter.</summary>
    public static string Calendar(params string[] events) => string.Join("\r\n",
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Holidays//EN",
        .. events.SelectMany((lines, number) => (string[])["BEGIN:VEVENT", $"UID:{number}@example.com", "DTSTAMP:20260101T000000Z", .. lines.Split('\n'), "END:VEVENT"]),
        "END:VCALENDAR", "",
    ]);

    [TestCase("DTSTART;VALUE=DATE:20261224", "2026-12-24")]
    [TestCase("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", "2026-12-24 2026-12-25 2026-12-26", Description = "the end is the day after (RFC 5545, 3.6.1)")]
    [TestCase("DTSTART;VALUE=DATE:20261224\nDURATION:P2D", "2026-12-24 2026-12-25")]
    [TestCase("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY", "2025-01-01 2026-01-01 2027-01-01 2028-01-01", Description = "last year, this one, and two more")]
    [TestCase("DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270102\nRRULE:FREQ=YEARLY;COUNT=2", "2026-12-31 2027-01-01 2027-12-31 2028-01-01")]
    [TestCase("DTSTART;VALUE=DATE:20241231\nDTEND;VALUE=DATE:20250102", "2025-01-01", Description = "what began before")]
    [TestCase("DTSTART;VALUE=DATE:20261101\nRRULE:FREQ=MONTHLY;COUNT=3\nEXDATE;VALUE=DATE:20261201", "2026-11-01 2027-01-01")]
    [TestCase("DTSTART;VALUE=DATE:20261224\nSTATUS:CANCELLED", "", Description = "called off")]
    public void Days_of_an_event_are(string lines, string days) => Assert.That(Read(Calendar(lines)), Is.EqualTo(days));

    [Test]
    public void Events_of_one_beginning_have_the_days_of_both_and_an_event_at_a_time_of_day_is_no_holiday() =>
        Assert.That(
            Read(Calendar("DTSTART;VALUE=DATE:20261224", "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226", "DTSTART:20261130T100000Z\nDTEND:20261130T110000Z"), "2026-12-25, closed.ics, 2026-12-31"),
            Is.EqualTo("2026-12-25 2026-12-24 2026-12-31"));

    [Test]
    public void A_day_that_was_moved_is_not_where_it_was()
    {
        var moved = Calendar("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=YEARLY;COUNT=2", "RECURRENCE-ID;VALUE=DATE:20270501\nDTSTART;VALUE=DATE:20270503").Replace("UID:1@", "UID:0@", StringComparison.Ordinal);
        Assert.That(Read(moved), Is.EqualTo("2026-05-01 2027-05-03"));
    }

    [Test]
    public void Two_calendars_in_one_file_are_both_read() =>
        Assert.That(Read(Calendar("DTSTART;VALUE=DATE:20261224") + Calendar("DTSTART;VALUE=DATE:20261231")), Is.EqualTo("2026-12-24 2026-12-31"));

    [Test]
    public void A_file_that_is_not_there_is_refused() => Assert.That(Mistake(null), Is.EqualTo("\"closed.ics\": the file does not exist."));

    [TestCase("hello\n", "\"closed.ics\": not a calendar (RFC 5545): Could not parse line: 'hello'.")]
    [TestCase("", NoDay)]
    [TestCase("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", NoDay)]
    public void What_is_no_calendar_is_refused(string text, string message) => Assert.That(Mistake(text), Is.EqualTo(message));

    [TestCase("DTSTART:20261224T100000Z", NoDay)]
    [TestCase("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=SOMETIMES", "\"closed.ics\": not a calendar (RFC 5545): The recurrence rule part 'freq' or its value SOMETIMES is not supported.")]
    [TestCase("DTSTART;VALUE=DATE:20260201\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "\"closed.ics\": an event recurs on days that there are not.")]
    [TestCase("SUMMARY:Without a beginning", NoDay)]
    [TestCase("DTSTART;VALUE=DATE:20269999", "\"closed.ics\": not a calendar (RFC 5545): Year, Month, and Day parameters describe an un-representable DateTime.")]
    public void An_event_that_is_wrong_is_refused(string lines, string message) => Assert.That(Mistake(Calendar(lines)), Is.EqualTo(message));

    private string Read(string calendar, string holidays = "closed.ics")
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "closed.ics"), calendar);
        return string.Join(' ', Load(holidays).Schedule!.Holidays.Select(day => $"{day:yyyy-MM-dd}"));
    }

    private string Mistake(string? calendar)
    {
        if (calendar is not null) File.WriteAllText(Path.Combine(_folder.FullName, "closed.ics"), calendar);
        var refused = Assert.Throws<ScenarioFileException>(() => Load("closed.ics"))!;
        var place = $"{Path.Combine(_folder.FullName, "portal.yaml")}:19:48: schedule.holidays[0]: ";
        Assert.That(refused.Message, Does.StartWith(place));
        Assert.That(refused.Files, Is.EqualTo(new[] { Path.Combine(_folder.FullName, "closed.ics") }));
        return refused.Message[place.Length..];
    }

    private Scenario Load(string holidays) => ScenarioLoader.Parse(
        PortalScenario.Text.Replace("jitter: 30s", $"jitter: 30s, holidays: [{holidays}]", StringComparison.Ordinal), Path.Combine(_folder.FullName, "portal.yaml"), PortalScenario.Variables,
        new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero)));
}
