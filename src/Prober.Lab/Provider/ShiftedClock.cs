namespace Prober.Lab.Provider;

/// <summary>A clock that is fast or slow by a fixed amount.</summary>
internal sealed class ShiftedClock(TimeProvider clock, TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + shift;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
