using NUnit.Framework;
using Prober.Browser;
using Prober.Lab;
using Prober.Reporting;
using Prober.Runs;
using Prober.Runs.Testimony;

namespace Prober.EndToEnd;

/// <summary>
/// Looks for the password, the cookies, the codes and the tokens of a real run in everything it leaves behind..
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SecrecyTests
{
    [TestCase(LabScenario.ServerSide, LoginPage.IdentifierFirst)]
    [TestCase(LabScenario.BrowserApplication, LoginPage.Scripted)]
    [TestCase(LabScenario.ServerSide, LoginPage.PasswordInAddress)]
    public async Task No_secret_in_anything_that_is_kept(LabScenario scenario, LoginPage page)
    {
        var session = await TestBrowser.SessionAsync();
        await using var lab = await LabHost.StartAsync(new LabOptions { LoginPage = page }, CancellationToken.None);
        var loaded = DemoScenarios.Load(scenario, lab, fault: null);
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            using var testimony = ProviderTestimony.Begin(loaded, session, TimeProvider.System);
            var recorded = await new JourneyRecorder(session).RecordAsync(loaded, new RecordingOptions(), CancellationToken.None);
            recorded = await testimony.CompleteAsync(recorded, progress: null, CancellationToken.None);
            var run = await RunPipeline.PublishAsync(recorded, loaded, new RunOutput(output.FullName) { Formats = ["junit", "markdown"] });
            Assert.That(run.Leaks, Is.Empty);

            var secrets = SecretSearch.SecretsOf(recorded.Raw);
            secrets["password"] = loaded.Account.Password.Reveal();
            secrets["management secret"] = loaded.Provider.Management!.ClientSecret!.Reveal();
            Assert.That(secrets, Has.Count.GreaterThan(page is LoginPage.PasswordInAddress ? 2 : 8), "the raw traffic holds cookies, codes and tokens");
            var artefacts = Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(run.Folder, file), File.ReadAllBytes);
            artefacts["console"] = await ConsoleOfAsync(run);
            Assert.That(artefacts.Keys, Is.SupersetOf(new[] { "manifest.json", "traffic.har", "tokens.json", "observations.json", "idp-log.json", "report.html", "report.json", "report.xml", "report.md" }));
            Assert.That(SecretSearch.Leaks(artefacts, secrets), Is.Empty);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static async Task<byte[]> ConsoleOfAsync(CompletedRun run)
    {
        using var text = new MemoryStream();
        await ReportFormats.Find("console").RenderAsync(run.Report, text, CancellationToken.None);
        return text.ToArray();
    }
}
