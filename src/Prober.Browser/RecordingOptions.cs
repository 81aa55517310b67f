using Prober.Browser.Replay;

namespace Prober.Browser;

/// <summary>How one run is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>Take one screenshot a phase.</summary>
    public bool Screenshots { get; init; } = true;

    /// <summary>Time for evidence beyond the run's budget: closing the context, reading the HAR, fetching keys. Default 10 s.</summary>
    public TimeSpan EvidenceGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Keep the bodies of scripts and styles too, so that a page that lives by them can be replayed from this run.</summary>
    public bool KeepScripts { get; init; }

    public IJourneyProgress? Progress { get; init; }

    /// <summary>The recording that stands in for the network; null for a real run. The session has to be started with its arguments.</summary>
    public RecordingReplay? Replay { get; init; }
}
