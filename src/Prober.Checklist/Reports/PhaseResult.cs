using Prober.Evidence.Session;

namespace Prober.Checklist.Reports;

/// <summary>One phase of the journey with its own verdict.</summary>
public sealed record PhaseResult
{
    public required PhaseName Name { get; init; }

    public required string Application { get; init; }

    public required Verdict Verdict { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public string? Detail { get; init; }

    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Path of the screenshot in the bundle.</summary>
    public string? Screenshot { get; init; }

    /// <summary>The screenshot itself, for a self-contained page; not part of the JSON.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ReadOnlyMemory<byte> ScreenshotImage { get; init; }
}
