using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Provider;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Evidence;

/// <summary>
/// Everything that one run saw and what was expected of it: the contract between whoever gathers and whoever judges.
/// Judging a stored bundle gives the same report as judging the live run, because both judge this record, redacted.
/// </summary>
public sealed record EvidenceBundle
{
    public required RunInfo Run { get; init; }

    public required Expectations Expectations { get; init; }

    /// <summary>The HTTP traffic of the browser.</summary>
    public required Captured<HarLog> Traffic { get; init; }

    /// <summary>Every token seen on its way, with what was observed of it before it was redacted.</summary>
    public Captured<IReadOnlyList<CapturedToken>> Tokens { get; init; } = Captured.Nothing<IReadOnlyList<CapturedToken>>("no tokens were recorded");

    /// <summary>What was observed of PKCE before redaction; one for every token request with a verifier.</summary>
    public IReadOnlyList<PkceObservation> Pkce { get; init; } = [];

    public Captured<IReadOnlyList<PhaseRecord>> Phases { get; init; } = Captured.Nothing<IReadOnlyList<PhaseRecord>>("no browser was driven");

    /// <summary>What each tab showed at each decisive moment.</summary>
    public Captured<IReadOnlyList<TabObservation>> Tabs { get; init; } = Captured.Nothing<IReadOnlyList<TabObservation>>("no browser was driven");

    /// <summary>The cookie jar at named moments.</summary>
    public Captured<IReadOnlyList<CookieSnapshot>> Cookies { get; init; } = Captured.Nothing<IReadOnlyList<CookieSnapshot>>("the cookie jar was not read");

    /// <summary>Web storage at named moments: names and fingerprints, never values.</summary>
    public Captured<IReadOnlyList<StorageSnapshot>> Storage { get; init; } = Captured.Nothing<IReadOnlyList<StorageSnapshot>>("web storage was not read");

    /// <summary>Console messages, uncaught script errors and browser-reported blocks, in time order.</summary>
    public Captured<IReadOnlyList<ConsoleEntry>> Console { get; init; } = Captured.Nothing<IReadOnlyList<ConsoleEntry>>("a HAR does not hold the console");

    /// <summary>Discovery document and keys, fetched by the prober itself beside the browser.</summary>
    public Captured<ProviderMetadata> Provider { get; init; } = Captured.Nothing<ProviderMetadata>("the provider's metadata was not fetched");

    /// <summary>The identity provider's log events for the time of the run.</summary>
    public Captured<ProviderLog> ProviderLog { get; init; } = Captured.Nothing<ProviderLog>("no access to the identity provider's log was given");

    /// <summary>What the provider's directory holds of the account.</summary>
    public Captured<UserRecords> Users { get; init; } = Captured.Nothing<UserRecords>("no access to the identity provider's user records was given");

    /// <summary>How applications and connections are set up at the provider.</summary>
    public Captured<ProviderConfiguration> Configuration { get; init; } =
        Captured.Nothing<ProviderConfiguration>("no access to the identity provider's settings was given");

    /// <summary>The lines that the provider's own servers wrote, where its operator hands them out.</summary>
    public Captured<IReadOnlyList<ApplicationLog>> ProviderServerLogs { get; init; } =
        Captured.Nothing<IReadOnlyList<ApplicationLog>>("no log file of the identity provider's servers was given");

    /// <summary>The applications' own logs, cut to the time of the run.</summary>
    public Captured<IReadOnlyList<ApplicationLog>> ApplicationLogs { get; init; } =
        Captured.Nothing<IReadOnlyList<ApplicationLog>>("no application log was given");

    /// <summary>The try at another door after the first had refused the credentials.</summary>
    public Captured<AlternateLogin> Alternate { get; init; } = Captured.Nothing<AlternateLogin>("no other way to log in was tried");

    /// <summary>What each application says it knows of its user.</summary>
    public Captured<IReadOnlyList<ReceivedAttributes>> Received { get; init; } =
        Captured.Nothing<IReadOnlyList<ReceivedAttributes>>("the scenario names no page where an application says whom it sees (applications.X.me)");

    /// <summary>Screenshots by their path inside the bundle, for instance <c>screens/01-login.png</c>.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Screens { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();
}
