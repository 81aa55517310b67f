using Prober.Browser.Journey;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Browser.Recording;

/// <summary>What the recorders of one run took down, each with its time.</summary>
internal sealed record JourneySeen
{
    public required Captured<HarLog> Traffic { get; init; }

    public required IReadOnlyList<PhaseRecord> Phases { get; init; }

    public required IReadOnlyList<TabObservation> Tabs { get; init; }

    public required IReadOnlyList<CookieSnapshot> Cookies { get; init; }

    public required IReadOnlyList<StorageSnapshot> Storage { get; init; }

    public required IReadOnlyList<ConsoleEntry> Console { get; init; }

    public static async Task<JourneySeen> OfAsync(JourneyState journey, CancellationToken cancellationToken) => new()
    {
        Traffic = await TrafficReader.ReadAsync(journey.Windows, journey.Options.KeepScripts, cancellationToken),
        Phases = journey.Phases,
        Tabs = journey.Tabs,
        Cookies = journey.Cookies.Snapshots,
        Storage = journey.Storage.Snapshots,
        Console = journey.Console.Entries,
    };
}
