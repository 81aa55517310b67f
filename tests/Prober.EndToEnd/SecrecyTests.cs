using NUnit.Framework;
using Prober.EndToEnd.Files;
using Prober.Lab;
using Prober.Reporting;
using Prober.Runs;

namespace Prober.EndToEnd;

/// <summary>
/// Looks for the password, the cookies, the codes and the tokens of a real run in everything it leaves behind..
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SecrecyTests
{
    [TestCase(LabScenario.ServerSide, LoginPage.IdentifierFirst)]
    [TestCase(LabScenario.ServerSide, LoginPage.Scripted)]
    [TestCase(LabScenario.BrowserApplication, LoginPage.IdentifierFirst)]
    [TestCase(LabScenario.ServerSide, LoginPage.PasswordInAddress)]
    public async Task No_secret_in_anything_that_is_kept(LabScenario scenario, LoginPage page)
    {
        var recording = await LabRecording.OfAsync(scenario, new LabOptions { LoginPage = page });
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var run = await recording.PublishAsync(output.FullName, "junit", "markdown");
            Assert.That(run.Leaks, Is.Empty);

            var secrets = SecretSearch.SecretsOf(recording.Raw);
            secrets["password"] = recording.Scenario.Account.Password.Reveal();
            secrets["management secret"] = recording.Scenario.Provider.Management!.ClientSecret!.Reveal();
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
