namespace Prober.Monitoring;

/// <summary>How long one browser with its driver may live.</summary>
internal sealed record BrowserLimits
{
    /// <summary>Journeys that one browser walks.</summary>
    public int Journeys { get; init; } = 200;

    /// <summary>Memory that driver and browser may hold together, in megabytes.</summary>
    public int Megabytes { get; init; } = 2048;

    /// <summary>Why a browser is to be replaced: <c>died</c>, <c>count</c> or <c>memory</c>; null while it may go on.</summary>
    /// <param name="isAlive">Driver and browser answer.</param>
    /// <param name="journeys">Begun in it so far.</param>
    /// <param name="megabytes">Measures what they hold.</param>
    public string? Exceeded(bool isAlive, int journeys, Func<double> megabytes) =>
        !isAlive ? "died" : journeys >= Journeys ? "count" : journeys > 0 && megabytes() > Megabytes ? "memory" : null;
}
