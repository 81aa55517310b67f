using NUnit.Framework;
using Prober.Browser.Replay;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class RecordedTimelineTests
{
    private static readonly DateTimeOffset Live = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    // Live second 1 was recorded second 10, 2 was 60, 3 was 30 (met out of order), 4 was 70.
    private readonly RecordedTimeline _timeline = new([(Live.AddSeconds(4), Start.AddSeconds(70)), (Live.AddSeconds(1), Start.AddSeconds(10)), (Live.AddSeconds(2), Start.AddSeconds(60)), (Live.AddSeconds(3), Start.AddSeconds(30))]);

    [TestCase(0.5, 9.5, TestName = "Before the first it runs as it does")]
    [TestCase(1, 10, TestName = "A mark is what it is")]
    [TestCase(1.5, 35, TestName = "Between two it is stretched")]
    [TestCase(3, 60, TestName = "It never runs back")]
    [TestCase(3.5, 65, TestName = "It goes on from where it stood")]
    [TestCase(6, 72, TestName = "Behind the last it runs as it does")]
    public void Tells_the_time_of_then(double live, double recorded) => Assert.That(_timeline.At(Live.AddSeconds(live)), Is.EqualTo(Start.AddSeconds(recorded)));

    [Test]
    public void Without_marks_time_is_what_it_is() => Assert.That(new RecordedTimeline([]).At(Live), Is.EqualTo(Live));
}
