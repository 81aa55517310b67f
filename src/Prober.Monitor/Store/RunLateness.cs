namespace Prober.Monitor.Store;

/// <summary>How long after their time scheduled runs began: jitter, and waiting for their account and their slot.</summary>
public sealed record RunLateness
{
    public long Runs { get; init; }

    /// <summary>Milliseconds; null without a run.</summary>
    public double? MedianMs { get; init; }

    /// <summary>Milliseconds that 99 in 100 were late at most.</summary>
    public double? Percentile99Ms { get; init; }

    public double? LongestMs { get; init; }
}
