namespace Prober.Monitor.Store;

/// <summary>One phase of a run, in the order walked.</summary>
public sealed record PhaseRecord
{
    public required string Name { get; init; }

    public required string Application { get; init; }

    public required string Verdict { get; init; }

    public required double DurationMs { get; init; }
}
