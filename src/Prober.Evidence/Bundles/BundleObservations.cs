using Prober.Evidence.Provider;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Bundles;

/// <summary>What was seen beside the traffic; a part that is null is named in the manifest with its reason.</summary>
internal sealed record BundleObservations
{
    public IReadOnlyList<PkceObservation> Pkce { get; init; } = [];

    public IReadOnlyList<PhaseRecord>? Phases { get; init; }

    public IReadOnlyList<TabObservation>? Tabs { get; init; }

    public IReadOnlyList<CookieSnapshot>? Cookies { get; init; }

    public IReadOnlyList<StorageSnapshot>? Storage { get; init; }

    public IReadOnlyList<ConsoleEntry>? Console { get; init; }

    public ProviderMetadata? Provider { get; init; }

    public UserRecords? Users { get; init; }

    public ProviderConfiguration? Configuration { get; init; }

    public IReadOnlyList<ApplicationLog>? ProviderServerLogs { get; init; }

    public IReadOnlyList<ApplicationLog>? ApplicationLogs { get; init; }

    public AlternateLogin? Alternate { get; init; }

    public IReadOnlyList<ReceivedAttributes>? Received { get; init; }
}
