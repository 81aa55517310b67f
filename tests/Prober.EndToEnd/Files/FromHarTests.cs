using NUnit.Framework;
using Prober.Analysis;
using Prober.Browser;
using Prober.Checklist;
using Prober.Checklist.Inference;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Lab;
using Prober.Reproducing;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.Files;

/// <summary>A recording of a healthy journey becomes a scenario, and the scenario passes as it is.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FromHarTests
{
    /// <summary>The recording as it is, and its sanitized copy.</summary>
    [Test]
    public async Task Passes_unchanged_against_what_it_was_recorded_from()
    {
        const LabScenario scenario = LabScenario.ServerSide;
        await using var lab = await LabHost.StartAsync(new LabOptions { Scenario = scenario }, CancellationToken.None);
        var session = await TestBrowser.SessionAsync();
        var recorded = await new JourneyRecorder(session).RecordAsync(DemoScenarios.Load(scenario, lab, fault: null), new RecordingOptions { Screenshots = false }, CancellationToken.None);
        var text = ScenarioDraft.Of("customer.har", await RedactedAsync(recorded.Raw.Traffic.Value!));
        Assert.That(ScenarioDraft.Of("customer.har", await RedactedAsync(Sanitized(recorded.Raw.Traffic.Value!))), Is.EqualTo(text), "the sanitized copy says it, too");
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var file = Path.Combine(folder.FullName, "scenario.yaml");
            await File.WriteAllTextAsync(file, text);
            Assert.That(text, Does.Not.Contain(lab.Variables["PROBER_LAB_USER"]).And.Not.Contain(lab.Variables["PROBER_LAB_PASSWORD"]), "nothing of the person is taken over");
            var loaded = ScenarioLoader.Load(file, ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = lab.Variables["PROBER_LAB_USER"], ["PROBER_PASSWORD"] = lab.Variables["PROBER_LAB_PASSWORD"] }));
            Assert.That(loaded.Journey.Select(step => step.GetType().Name), Is.EqualTo(new[] { nameof(LoginPhase), nameof(SecondTabPhase), nameof(SsoPhase), nameof(LogoutPhase), nameof(SignedOutPhase) }), text);

            var run = await new RunPipeline(session) { Pictures = false }.RunAsync(loaded, new RunOutput(folder.FullName), progress: null, CancellationToken.None);
            Assert.That(run.Report.Verdict, Is.EqualTo(Verdict.Pass).Or.EqualTo(Verdict.Warn), text + Story.Of(run));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task What_a_script_draws_is_left_to_fill_in()
    {
        var recording = await LabRecording.OfAsync(LabScenario.BrowserApplication);
        Assert.That(ScenarioDraft.Of("customer.har", await RedactedAsync(recording.Raw.Traffic.Value!)), Does.Contain("signedIn: { text: Welcome }   # FILL IN").And.Contain("logout: { text: Log out }   # FILL IN"));
    }

    [TestCase(LabScenario.Saml, "/samlp/metadata/ledger")]
    [TestCase(LabScenario.WsFederation, "/wsfed/archive/FederationMetadata/2007-06/FederationMetadata.xml")]
    public async Task A_provider_without_an_issuer_is_trusted_by_its_metadata(LabScenario kind, string path)
    {
        var recording = await LabRecording.OfAsync(kind);
        var whole = recording.Raw.Traffic.Value!;
        var walkedOver = JourneyInference.Of(whole).Steps.First(step => step.Kind == RecordedStepKind.SingleSignOn).Entry;
        var text = ScenarioDraft.Of("customer.har", await RedactedAsync(whole with { Entries = [.. whole.Entries.TakeWhile(entry => entry.Index < walkedOver)] }));
        var provider = ScenarioLoader.Parse(text, "scenario.yaml", ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = "probe@example.com", ["PROBER_PASSWORD"] = "not-the-password" })).Provider;
        Assert.That(provider.Issuer, Is.Null, text);
        Assert.That(provider.Saml?.Metadata, Does.EndWith(path), text);
    }

    /// <summary>As the command reads a file: what is drafted from is what may be shown.</summary>
    private static async Task<HarLog> RedactedAsync(HarLog raw) =>
        (await new HarAnalysis(WitnessFiles.None, expected: null).AnalyzeAsync("customer.har", raw, CancellationToken.None))[^1].Evidence.Traffic.Value!;

    private static HarLog Sanitized(HarLog raw)
    {
        var (file, output) = (new MemoryStream(), new MemoryStream());
        HarWriter.Write(raw, file);
        new HarSanitizer(new()).Sanitize(file.ToArray(), output);
        return HarReader.Read(output.ToArray());
    }
}
