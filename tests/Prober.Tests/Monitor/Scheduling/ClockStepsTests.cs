using NUnit.Framework;
using Prober.Monitor.Scheduling;

namespace Prober.Tests.Monitor.Scheduling;

public sealed class ClockStepsTests
{
    [Test]
    public void Time_that_goes_by_and_a_slewed_clock_are_no_step_and_what_is_set_is_one_until_it_is_settled()
    {
        var time = new TwoClocks();
        var clock = new ClockSteps(time);
        time.Pass(TimeSpan.FromHours(3), TimeSpan.FromHours(3) + TimeSpan.FromSeconds(5));
        Assert.That((clock.Look(), clock.IsUnsettled), Is.EqualTo(((TimeSpan?)null, false)));
        foreach (var step in (TimeSpan[])[TimeSpan.FromHours(-1), TimeSpan.FromDays(400)])
        {
            time.Pass(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2) + step);
            Assert.That(clock.Look(), Is.EqualTo(step));
            time.Pass(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
            Assert.That((clock.Look(), clock.IsUnsettled), Is.EqualTo(((TimeSpan?)null, true)), "told once, and not settled yet");
            clock.Settle();
            Assert.That(clock.IsUnsettled, Is.False);
        }
    }

    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset _clock = DateTimeOffset.UnixEpoch;
        private long _stopwatch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan stopwatch, TimeSpan clock) => (_stopwatch, _clock) = (_stopwatch + stopwatch.Ticks, _clock + clock);

        public override DateTimeOffset GetUtcNow() => _clock;

        public override long GetTimestamp() => _stopwatch;
    }
}
