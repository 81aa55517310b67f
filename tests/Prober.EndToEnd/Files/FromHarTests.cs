using NUnit.Framework;
using Prober.Browser;
using Prober.Checklist;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Lab;
using Prober.Reproducing;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.Files;

/// <summary>A recording of a healthy journey becomes a scenario, and the scenario passes as it is.</summary>
public sealed class FromHarTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Passes_unchanged_against_what_it_was_recorded_from(bool isSanitized)
    {
        const LabScenario scenario = LabScenario.ServerSide;
        await using var lab = await LabHost.StartAsync(new LabOptions { Scenario = scenario }, CancellationToken.None);
        var session = await TestBrowser.SessionAsync();
        var recorded = await new JourneyRecorder(session).RecordAsync(DemoScenarios.Load(scenario, lab, fault: null), new RecordingOptions { Screenshots = false }, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var file = Path.Combine(folder.FullName, "scenario.yaml");
            var text = ScenarioDraft.Of("customer.har", isSanitized ? Sanitized(recorded.Raw.Traffic.Value!) : recorded.Raw.Traffic.Value!);
            await File.WriteAllTextAsync(file, text);
            Assert.That(text, Does.Not.Contain(lab.Variables["PROBER_LAB_USER"]).And.Not.Contain(lab.Variables["PROBER_LAB_PASSWORD"]), "nothing of the person is taken over");
            var loaded = ScenarioLoader.Load(file, ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = lab.Variables["PROBER_LAB_USER"], ["PROBER_PASSWORD"] = lab.Variables["PROBER_LAB_PASSWORD"] }));
            Assert.That(loaded.Journey.Select(step => step.GetType().Name), Is.EqualTo(new[] { nameof(LoginPhase), nameof(SecondTabPhase), nameof(SsoPhase), nameof(LogoutPhase), nameof(SignedOutPhase) }), text);

            var run = await new RunPipeline(session).RunAsync(loaded, new RunOutput(folder.FullName), progress: null, CancellationToken.None);
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
        var recording = await HealthyRecording.OfAsync(LabScenario.BrowserApplication);
        Assert.That(ScenarioDraft.Of("customer.har", recording.Raw.Traffic.Value!), Does.Contain("signedIn: { text: Welcome }   # FILL IN").And.Contain("logout: { link: Log out }   # FILL IN"));
    }

    private static HarLog Sanitized(HarLog raw)
    {
        var (file, output) = (new MemoryStream(), new MemoryStream());
        HarWriter.Write(raw, file);
        new HarSanitizer(new()).Sanitize(file.ToArray(), output);
        return HarReader.Read(output.ToArray());
    }
}
