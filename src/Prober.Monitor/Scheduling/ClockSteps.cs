namespace Prober.Monitor.Scheduling;

/// <summary>Notices that the machine's clock was set: it then says that more, or less, time has gone by than the stopwatch does.</summary>
public sealed class ClockSteps(TimeProvider time)
{
    /// <summary>What a time service slews in the meantime is no step.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    private DateTimeOffset _clock = time.GetUtcNow();
    private long _stopwatch = time.GetTimestamp();

    /// <summary>There was a step that nothing has been done about.</summary>
    public bool IsUnsettled { get; private set; }

    /// <summary>How far the clock was set since the last look, back when negative; null when it was not.</summary>
    public TimeSpan? Look()
    {
        var (clock, stopwatch) = (time.GetUtcNow(), time.GetTimestamp());
        var step = clock - _clock - time.GetElapsedTime(_stopwatch, stopwatch);
        (_clock, _stopwatch) = (clock, stopwatch);
        if (step.Duration() < Least) return null;
        IsUnsettled = true;
        return step;
    }

    /// <summary>The schedule goes by the new time.</summary>
    public void Settle() => IsUnsettled = false;
}
