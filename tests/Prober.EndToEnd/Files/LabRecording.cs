using Prober.Browser;
using Prober.Browser.Recording;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Signatures;
using Prober.Evidence.Tokens;
using Prober.Lab;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.Files;

/// <summary>
/// A journey through a lab without a fault as it was recorded, raw, with the provider's word on it; each kind is walked once per test run, and
/// shared by all that only read it.
/// </summary>
internal sealed class LabRecording
{
    private static readonly Dictionary<(LabScenario, LabOptions), Task<LabRecording>> Walked = [];

    private readonly RecordedRun _run;
    private readonly Lazy<EvidenceBundle> _live;

    private LabRecording(Scenario scenario, RecordedRun run) => (Scenario, _run, _live) = (scenario, run, new(() => new Redactor().Redact(run.Raw, run.Secrets)));

    /// <summary>What was walked. The lab is gone.</summary>
    public Scenario Scenario { get; }

    public EvidenceBundle Raw => _run.Raw;

    /// <summary>The redacted evidence of the live run, as it would be judged.</summary>
    public EvidenceBundle Live => _live.Value;

    public static Task<LabRecording> OfAsync(LabScenario scenario, LabOptions? options = null)
    {
        var key = (scenario, options ?? new LabOptions());
        lock (Walked) return Walked.TryGetValue(key, out var walked) ? walked : Walked[key] = WalkAsync(key.scenario, key.Item2);
    }

    /// <summary>Pictures are taken in plain labs: they cost a tenth of a journey, and show the same pages in the others.</summary>
    public static bool HasPictures(LabOptions options) => options == new LabOptions();

    /// <summary>Judges it, as <c>prober run</c> does at the end of a journey, and writes bundle and reports.</summary>
    public Task<CompletedRun> PublishAsync(string folder, params IReadOnlyList<string> formats) => RunPipeline.PublishAsync(_run, Scenario, new RunOutput(folder) { Formats = formats });

    /// <summary>
    /// What is judged when a person sends this traffic as a HAR: traffic, what can be read from it, and what the prober asks the provider
    /// for itself. Tokens and assertions are read and verified anew, so that an edit of the raw file shows as it would.
    /// </summary>
    public async Task<EvidenceBundle> AsFileAsync(HarLog traffic)
    {
        var expectations = Raw.Expectations with { Journey = [] };
        var metadata = Raw.Provider.Value!;
        var tokens = await TokenObserver.ObserveAsync(TokenHarvest.From(traffic, []), traffic, expectations, new JwksSignatureVerifier(metadata), CancellationToken.None);
        var trust = new SamlTrust(TrustedCertificates.Of(metadata.Saml?.SigningCertificates ?? []), []);
        return new Redactor().Redact(new EvidenceBundle
        {
            Run = Raw.Run with { Source = EvidenceSource.Har },
            Expectations = expectations,
            Traffic = Captured.Of(traffic),
            Tokens = Captured.Of(tokens),
            Assertions = Captured.Of(SamlHarvest.From(traffic, expectations, trust)),
            Provider = Raw.Provider,
        }, _run.Secrets);
    }

    private static async Task<LabRecording> WalkAsync(LabScenario kind, LabOptions options)
    {
        var session = options.Https ? await TestBrowser.StartAsync(new() { IgnoreHttpsErrors = true }) : await TestBrowser.SessionAsync();
        await using var lab = await LabHost.StartAsync(options with { Scenario = kind }, CancellationToken.None);
        try
        {
            var scenario = DemoScenarios.Load(kind, lab, fault: null);
            // What is odd at the login page alone is met at the login, and once more after the logout.
            if (options.LoginPage != LoginPage.IdentifierFirst || options.UpstreamByButton) scenario = scenario with { Journey = LabJourney.AtOne(scenario.Journey) };
            var recorded = await new RunPipeline(session) { Pictures = HasPictures(options) }.RecordAsync(scenario, keepScripts: false, progress: null, CancellationToken.None);
            // Now, not when somebody publishes it: what a test sees must not hang on what another did before.
            recorded.Secrets.Add(scenario.Account.Username.Reveal(), SecretKind.Personal);
            return new LabRecording(scenario, recorded);
        }
        finally
        {
            if (options.Https) await session.DisposeAsync();
        }
    }
}
