namespace Prober.Monitor.Runs;

/// <summary>What is kept of past runs, and for how long; whichever bound is met first.</summary>
public sealed record RetentionRules
{
    /// <summary>How long runs that passed are kept.</summary>
    public TimeSpan Passed { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long runs that did not pass are kept.</summary>
    public TimeSpan Failed { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The most runs of one scenario that passed, and the most that did not; null for any number.</summary>
    public int? MostRuns { get; init; }

    /// <summary>The most bytes of evidence in this node's data folder, or with a bucket, in the bucket; null for what the disk holds. What goes first is the oldest that passed; records stay.</summary>
    public long? MostBytes { get; init; }
}
