using Prober.Browser.Replay;

namespace Prober.Browser;

/// <summary>How one run is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>Take one screenshot a phase.</summary>
    public bool Screenshots { get; init; } = true;

    /// <summary>Time for evidence beyond the run's budget: closing the context, reading the HAR, fetching keys. Default 10 s.</summary>
    public TimeSpan EvidenceGrace { get; init; } = TimeSpan.FromSeconds(10);

    public IJourneyProgress? Progress { get; init; }

    /// <summary>The recording that stands in for the network; null for a real run. The session has to be started with its arguments.</summary>
    public RecordingReplay? Replay { get; init; }
}
