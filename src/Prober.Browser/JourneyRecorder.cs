using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Prober.Browser.Journey;
using Prober.Browser.Recording;
using Prober.Browser.Recording.Logs;
using Prober.Browser.Replay;
using Prober.Browser.Sessions;
using Prober.Evidence;
using Prober.Evidence.Provider;
using Prober.Scenarios;

namespace Prober.Browser;

/// <summary>Walks a scenario in a browser and brings back the evidence. Several runs may share one session, each in a context of its own.</summary>
public sealed class JourneyRecorder(BrowserSession session)
{
    /// <summary>
    /// One run. It always ends in a record: a deadline, a stop from outside or a dead browser is an outcome, with the evidence up to there.
    /// </summary>
    public async Task<RecordedRun> RecordAsync(Scenario scenario, RecordingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Replay is not null) scenario = ReplayedScenario.Of(scenario);
        scenario = scenario with { Budgets = EffectiveBudgets.Of(scenario.Budgets, session.Settings) };
        var time = session.Time;
        var (started, clock) = (time.GetUtcNow(), time.GetTimestamp());
        using var folder = PrivateFolder.Create();
        using var fetcher = new ProviderMetadataFetcher(time, session.Settings.IgnoreHttpsErrors, options.EvidenceGrace);
        using var asking = new CancellationTokenSource();
        var logs = ApplicationLogTail.Start(scenario, started, session.Settings.IgnoreHttpsErrors);
        var published = PublishedAsync(scenario, options, fetcher, asking.Token);
        var journey = new JourneyState(scenario, session, folder, options);

        var (outcome, detail) = await WalkAndCloseAsync(journey, cancellationToken);
        var duration = time.GetElapsedTime(clock);
        asking.CancelAfter(options.EvidenceGrace);

        var run = new RunInfo
        {
            Id = IdOf(scenario, started),
            Scenario = scenario.Name,
            StartedAt = started,
            Duration = duration,
            Source = options.Replay is null ? EvidenceSource.Live : EvidenceSource.Replay,
            Browser = session.Browser,
            Version = ProductVersion.Value,
            Outcome = outcome,
            OutcomeDetail = detail,
        };
        var bundle = await EvidenceAssembly.AssembleAsync(journey, run, await published, logs, options.EvidenceGrace);
        return new RecordedRun(bundle, TypedSecrets.Of(journey), journey.Windows.Count > 0 && journey.Main.Trace is { } trace ? trace : null);
    }

    /// <summary>What the provider publishes now; in a replay, what it published in the recording.</summary>
    private static async Task<Captured<ProviderMetadata>> PublishedAsync(
        Scenario scenario, RecordingOptions options, ProviderMetadataFetcher fetcher, CancellationToken cancellationToken) => options.Replay is { } replay
            ? PublishedInTraffic.Of(replay.Recording, [.. scenario.Provider.Hosts, .. Authority(scenario.Provider.Issuer)])
            : Captured.Of(await Task.Run(() => fetcher.FetchAsync(scenario.Provider, cancellationToken), CancellationToken.None));

    private static IEnumerable<string> Authority(string? issuer) => Uri.TryCreate(issuer, UriKind.Absolute, out var uri) ? [uri.Authority] : [];

    private async Task<(RunOutcome Outcome, string? Detail)> WalkAndCloseAsync(JourneyState journey, CancellationToken cancellationToken)
    {
        try
        {
            return await WalkAsync(journey, cancellationToken);
        }
        finally
        {
            await journey.Reserve.SettleAsync().WaitAsync(journey.Options.EvidenceGrace, session.Time, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // The HAR is written by closing the context, so that is done whatever happened, on time of its own.
            await Task.WhenAll(journey.Windows.Select(window => window.CloseAsync(journey.Options.EvidenceGrace)));
        }
    }

    private async Task<(RunOutcome Outcome, string? Detail)> WalkAsync(JourneyState journey, CancellationToken cancellationToken)
    {
        var budgets = journey.Scenario.Budgets;
        using var deadline = new CancellationTokenSource(budgets.Run, session.Time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            if (!session.IsAlive) throw new ProberFaultException("the browser or its driver is gone; start a new session");
            await journey.OpenWindowAsync("", null, budget.Token);
            await new PhaseRunner(journey).RunAllAsync(PhaseSequence.Of(journey), budget.Token);
            journey.Alternate = await AlternateDoor.TryAsync(journey, budget.Token);
            return (RunOutcome.Completed, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (RunOutcome.Interrupted, "the run was stopped from outside");
        }
        catch (OperationCanceledException)
        {
            if (!await session.AnswersAsync()) return (RunOutcome.ProberFault, "the browser or its driver does not answer any more");
            return (RunOutcome.TimedOut, $"the run's budget of {budgets.Run.TotalSeconds:0.#} s is over");
        }
        catch (Exception exception) when (exception is ProberFaultException or PlaywrightException or IOException)
        {
            return (RunOutcome.ProberFault, exception.Message.Split('\n')[0]);
        }
    }

    private static string IdOf(Scenario scenario, DateTimeOffset started) =>
        string.Create(CultureInfo.InvariantCulture, $"{started.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{scenario.Name}-")
        + RandomNumberGenerator.GetHexString(4, lowercase: true);
}
