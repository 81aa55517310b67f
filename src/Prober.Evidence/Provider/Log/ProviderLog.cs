namespace Prober.Evidence.Provider.Log;

/// <summary>What the identity provider logged around the time of the run, and how far that can be trusted to be all of it.</summary>
public sealed record ProviderLog
{
    /// <summary>Where it came from: <c>api</c>, or the name of the file a person exported.</summary>
    public required string Source { get; init; }

    /// <summary>The window asked for; an event outside of it is of another run.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>How long was waited for events that are ingested late.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>True when absence of an event means something: the window was read whole, within retention, and late events were waited for.</summary>
    public bool IsComplete { get; init; }

    /// <summary>What kept it from being complete, one sentence each: rate limit, retention, a page that could not be read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>In time order.</summary>
    public required IReadOnlyList<ProviderLogEvent> Events { get; init; }
}
