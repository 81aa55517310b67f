namespace Prober.Monitor.Store;

/// <summary>What a phase took in one of a row of equal spans of time.</summary>
public sealed record PhasePoint
{
    public required string Name { get; init; }

    public required string Application { get; init; }

    /// <summary>Which span, from 0.</summary>
    public required long Span { get; init; }

    public required double MedianMs { get; init; }
}
