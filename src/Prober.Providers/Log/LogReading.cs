using Prober.Evidence.Provider.Log;

namespace Prober.Providers;

/// <summary>One look into a provider's log.</summary>
internal sealed record LogReading
{
    public IReadOnlyList<ProviderLogEvent> Events { get; init; } = [];

    /// <summary>What could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Why nothing at all could be read, and asking again would not help; null when something was.</summary>
    public string? Refusal { get; init; }
}
