using Prober.Checklist.Facts;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Provider;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Checklist;

/// <summary>
/// What a check may see. Each part is typed; asking for a part that was not captured ends the check as "inconclusive"
/// with the captured reason. Facts are derived from the traffic once and shared by all checks.
/// </summary>
public sealed class EvidenceReader
{
    private readonly EvidenceBundle _bundle;
    private readonly Lazy<EvidenceFacts> _facts;
    private readonly Lazy<IReadOnlyList<SamlMessage>> _assertions;
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);

    public EvidenceReader(EvidenceBundle bundle)
    {
        _bundle = bundle;
        _assertions = new(() => _bundle.Assertions.Value ?? SamlHarvest.From(Traffic, Expectations));
        _facts = new Lazy<EvidenceFacts>(() => new EvidenceFacts(_bundle, Traffic));
    }

    public RunInfo Run => _bundle.Run;

    public Expectations Expectations => _bundle.Expectations;

    public HarLog Traffic => Get(_bundle.Traffic, "traffic");

    public IReadOnlyList<CapturedToken> Tokens => Get(_bundle.Tokens, "tokens");

    /// <summary>SAML and WS-Federation messages: as observed while they were raw, else as the traffic still shows them.</summary>
    public IReadOnlyList<SamlMessage> Assertions => _assertions.Value;

    public IReadOnlyList<PhaseRecord> Phases => Get(_bundle.Phases, "phases");

    public IReadOnlyList<TabObservation> Tabs => Get(_bundle.Tabs, "tabs");

    public IReadOnlyList<CookieSnapshot> CookieJar => Get(_bundle.Cookies, "cookie jar");

    public IReadOnlyList<StorageSnapshot> Storage => Get(_bundle.Storage, "web storage");

    public IReadOnlyList<ConsoleEntry> Console => Get(_bundle.Console, "console");

    public ProviderMetadata Provider => Get(_bundle.Provider, "provider metadata");

    public ProviderLog ProviderLog => Get(_bundle.ProviderLog, "provider log");

    public UserRecords Users => Get(_bundle.Users, "user records");

    public ProviderConfiguration Configuration => Get(_bundle.Configuration, "provider settings");

    public IReadOnlyList<ApplicationLog> ProviderServerLogs => Get(_bundle.ProviderServerLogs, "log of the provider's servers");

    public IReadOnlyList<ApplicationLog> ApplicationLogs => Get(_bundle.ApplicationLogs, "application log");

    public AlternateLogin Alternate => Get(_bundle.Alternate, "try at another door");

    public IReadOnlyList<ReceivedAttributes> Received => Get(_bundle.Received, "answer of the application about its user");

    /// <summary>True for a live run: a browser was driven and what tabs showed is known.</summary>
    public bool HasTabs => _bundle.Tabs.IsPresent;

    /// <summary>The bundle itself, for the rare question whether a part exists at all.</summary>
    public EvidenceBundle Bundle => _bundle;

    /// <summary>What the traffic means; see <see cref="EvidenceFacts"/>.</summary>
    public EvidenceFacts Facts => _facts.Value;

    /// <summary>The finding of a check that ran before, named in <see cref="CheckInfo.DependsOn"/> or <see cref="CheckInfo.Reads"/>.</summary>
    public Finding FindingOf(string checkId) => _findings[checkId];

    internal void Remember(string checkId, Finding finding) => _findings[checkId] = finding;

    private static T Get<T>(Captured<T> part, string name)
        where T : class => part.Value ?? throw new MissingEvidenceException($"No {name}: {part.Missing}.");
}
