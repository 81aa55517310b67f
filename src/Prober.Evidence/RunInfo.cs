namespace Prober.Evidence;

/// <summary>Which run this is, when and with what it was made, and how it ended.</summary>
public sealed record RunInfo
{
    /// <summary>Sortable and unique, for instance <c>20260312T101502Z-portal-3fa9</c>.</summary>
    public required string Id { get; init; }

    public required string Scenario { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required EvidenceSource Source { get; init; }

    /// <summary>Name and version of the browser, for instance <c>chromium-headless-shell 156.0.8078.79</c>; null when none was driven.</summary>
    public string? Browser { get; init; }

    /// <summary>Version of the prober that gathered this.</summary>
    public required string Version { get; init; }

    public required RunOutcome Outcome { get; init; }

    /// <summary>One sentence on a run that did not end as planned; for <see cref="RunOutcome.ProberFault"/> what broke on our side.</summary>
    public string? OutcomeDetail { get; init; }

    /// <summary>What was replayed; null for a run against the network.</summary>
    public ReplayInfo? Replay { get; init; }
}

/// <summary>Where the evidence came from.</summary>
public enum EvidenceSource
{
    Live,
    Har,
    Bundle,

    /// <summary>A browser was driven, and a recording answered it.</summary>
    Replay,
}

/// <summary>How the gathering ended; says nothing about the target.</summary>
public enum RunOutcome
{
    /// <summary>The journey was walked as far as the target allowed.</summary>
    Completed,

    /// <summary>The run's budget ended it.</summary>
    TimedOut,

    /// <summary>A person or the host stopped it.</summary>
    Interrupted,

    /// <summary>Something of our own broke (browser gone, disk full): never counted against the target.</summary>
    ProberFault,
}
