namespace Prober.Browser;

/// <summary>How one run is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>Take one screenshot a phase.</summary>
    public bool Screenshots { get; init; } = true;

    /// <summary>Time for evidence beyond the run's budget: closing the context, reading the HAR, fetching keys. Default 10 s.</summary>
    public TimeSpan EvidenceGrace { get; init; } = TimeSpan.FromSeconds(10);

    public IJourneyProgress? Progress { get; init; }
}
