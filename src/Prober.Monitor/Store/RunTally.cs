namespace Prober.Monitor.Store;

/// <summary>The runs of a while that count.</summary>
public sealed record RunTally
{
    public long Runs { get; init; }

    /// <summary>Of those, how many passed; warnings included.</summary>
    public long Passed { get; init; }

    /// <summary>0 to 1; null without a run.</summary>
    public double? Availability => Runs == 0 ? null : (double)Passed / Runs;
}
