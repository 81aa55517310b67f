namespace Prober.Monitor.Store;

/// <summary>How many runs had a check for their headline, and had not when they were walked again.</summary>
public sealed record CheckFlakes
{
    public required string Check { get; init; }

    public required long Flakes { get; init; }
}
