namespace Prober.Providers;

/// <summary>What is asked of a provider's log.</summary>
public sealed record LogQuestion
{
    /// <summary>Start of the window, on the provider's clock.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>The applications of the journey; empty when none is known, and then every event of the window is asked for.</summary>
    public IReadOnlyList<string> ClientIds { get; init; } = [];

    /// <summary>What was typed as user name.</summary>
    public string? Username { get; init; }

    /// <summary>What the provider must have logged by now, as far as the traffic tells.</summary>
    public IReadOnlyList<AwaitedEvent> Awaited { get; init; } = [];

    /// <summary>How long events that are ingested late are waited for; the checklist's default is 90 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Hears before each pause how long events have been waited for; null when nobody listens.</summary>
    public IProgress<TimeSpan>? Waiting { get; init; }
}
