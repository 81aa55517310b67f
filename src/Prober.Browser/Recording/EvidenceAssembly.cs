using Prober.Browser.Journey;
using Prober.Browser.Recording.Logs;
using Prober.Browser.Replay;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Provider;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Browser.Recording;

/// <summary>Puts the recorders' takings together when the windows are closed.</summary>
internal static class EvidenceAssembly
{
    public static async Task<EvidenceBundle> AssembleAsync(
        JourneyState journey, RunInfo run, Captured<ProviderMetadata> published, ApplicationLogTail logs, TimeSpan grace)
    {
        // Time of its own: the run's deadline may be long past, and the run still ends in a whole record.
        using var budget = new CancellationTokenSource(grace * 3, journey.Time);
        var expectations = ExpectationsFromScenario.Read(journey.Scenario);
        var seen = await JourneySeen.OfAsync(journey, budget.Token);
        if (journey.Options.Replay is { } replay) (seen, run) = ReplayedEvidence.Of(seen, run, replay);
        var traffic = seen.Traffic;
        var tokens = TokenHarvest.From(traffic.Value, seen.Storage);
        var skew = traffic.Value is { } log ? ClockSkew.Of(log) : new Dictionary<string, double>();
        var now = journey.Time.GetUtcNow();
        var applicationLogs = logs.ReadAsync(now, skew, budget.Token);
        var providerLogs = logs.ReadProviderAsync(now, skew, budget.Token);
        return new EvidenceBundle
        {
            Run = run,
            Expectations = expectations,
            Traffic = traffic,
            Tokens = Captured.Of(await TokenObserver.ObserveAsync(tokens, traffic.Value, expectations, new JwksSignatureVerifier(published.Value), budget.Token)),
            Assertions = Captured.Of(SamlHarvest.From(traffic.Value, expectations, SamlTrustReader.Read(journey.Scenario, published.Value))),
            Pkce = Pkce(traffic.Value),
            Phases = Captured.Of(seen.Phases),
            Tabs = Captured.Of(seen.Tabs),
            Cookies = Captured.Of(seen.Cookies),
            Storage = Captured.Of(seen.Storage),
            Console = Captured.Of(seen.Console),
            Provider = published.Value is { } metadata
                ? Captured.Of(metadata with { CertificateExpiry = await journey.Certificates.ReadAsync(metadata.CertificateExpiry) }) : published,
            ProviderServerLogs = await providerLogs,
            ApplicationLogs = await applicationLogs,
            Alternate = Alternate(journey),
            Received = await ReceivedAsync(journey),
            Screens = journey.Screens.Screens,
        };
    }

    private static Captured<AlternateLogin> Alternate(JourneyState journey) => journey.Alternate is { } login ? Captured.Of(login)
        : Captured.Nothing<AlternateLogin>(journey.Scenario.Alternate is null
            ? "the scenario names no other way to log in (alternate)" : "no other way to log in was tried, because the first one did not refuse the credentials alone");

    private static async Task<Captured<IReadOnlyList<ReceivedAttributes>>> ReceivedAsync(JourneyState journey) => journey.Received.Count > 0
        ? Captured.Of<IReadOnlyList<ReceivedAttributes>>(await Task.WhenAll(journey.Received))
        : Captured.Nothing<IReadOnlyList<ReceivedAttributes>>(journey.Scenario.Applications.Values.Any(application => application.Me is not null)
            ? "nobody was signed in at an application that says whom it sees" : "the scenario names no page where an application says whom it sees (applications.X.me)");

    private static IReadOnlyList<PkceObservation> Pkce(HarLog? traffic) => traffic is null ? [] : PkceObserver.Observe(traffic);
}
