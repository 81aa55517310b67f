namespace Prober.Monitor.Store;

/// <summary>What a phase took over a while.</summary>
public sealed record PhaseFigures
{
    public required string Name { get; init; }

    public required string Application { get; init; }

    /// <summary>How often it was walked and passed.</summary>
    public required long Runs { get; init; }

    /// <summary>Milliseconds that half of them took at most.</summary>
    public required double MedianMs { get; init; }

    /// <summary>Milliseconds that 95 in 100 of them took at most.</summary>
    public required double Percentile95Ms { get; init; }
}
