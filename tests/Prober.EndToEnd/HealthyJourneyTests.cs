using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.EndToEnd.Files;
using Prober.Evidence.Bundles;
using Prober.Lab;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>A lab in good order, easy and hard: no fail and no warn, whatever the login pages do.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HealthyJourneyTests
{
    public static IEnumerable<TestCaseData> Labs =>
    [
        Case("server-side", new LabOptions()),
        Case("browser application", new LabOptions(), LabScenario.BrowserApplication),
        Case("federated by OpenID Connect", new LabOptions(), LabScenario.Federated),
        Case("upstream chosen by a button", new LabOptions { UpstreamByButton = true }, LabScenario.Federated),
        Case("federated by SAML", new LabOptions(), LabScenario.FederatedSaml),
        Case("a link that comes by mail", new LabOptions(), LabScenario.Passwordless),
        Case("SAML application", new LabOptions(), LabScenario.Saml),
        Case("WS-Federation application", new LabOptions(), LabScenario.WsFederation),
        Case("both fields on one page", new LabOptions { LoginPage = LoginPage.Combined }),
        Case("fields by script, no form element", new LabOptions { LoginPage = LoginPage.Scripted }),
        Case("loading for seconds", new LabOptions { LoginPage = LoginPage.SlowLoading }),
        Case("hidden error text", new LabOptions { LoginPage = LoginPage.HiddenErrorText }),
        Case("consent, terms, expiry notice, stay signed in", new LabOptions
        {
            Interludes = Interludes.Consent | Interludes.Terms | Interludes.StaySignedIn,
        }),
        Case("silent sign-in first", new LabOptions { SilentSignInFirst = true }, LabScenario.BrowserApplication),
        Case("https with a certificate that the settings accept", new LabOptions { Https = true }),
        Case("401, 404 and 500 in the background", new LabOptions { Noise = true }),
        Case("401, 404 and 500 in the background of a browser application", new LabOptions { Noise = true }, LabScenario.BrowserApplication),
    ];

    /// <summary>Judged again from what was stored, it gives the same report.</summary>
    [TestCaseSource(nameof(Labs))]
    public async Task Has_no_fail_and_no_warn(LabOptions options, LabScenario scenario)
    {
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var run = await (await LabRecording.OfAsync(scenario, options)).PublishAsync(output.FullName);
            Assert.Multiple(() =>
            {
                var unhealthy = run.Report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error);
                Assert.That(unhealthy.Select(check => check.Id), Is.Empty, Story.Of(run));
                Assert.That(run.Report.Verdict, Is.EqualTo(Verdict.Pass), Story.Of(run));
                Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Is.All.EqualTo(Verdict.Pass), Story.Of(run));
                Assert.That(run.Report.Phases.Select(phase => phase.Screenshot is { } path && run.Evidence.Screens.ContainsKey(path)), Is.All.EqualTo(LabRecording.HasPictures(options)), "a picture of every phase");
                Assert.That(run.Leaks, Is.Empty);
                Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Success));
                var again = ChecklistRunner.Run(BundleReader.Read(run.Folder));
                Assert.That(ReportJson.Write(again), Is.EqualTo(ReportJson.Write(run.Report)));
                Assert.That(File.ReadAllText(Path.Combine(run.Folder, "report.json")), Is.EqualTo(ReportJson.Write(again)));
            });
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    [Test]
    public void A_kind_of_journey_is_walked_once_and_shared() =>
        Assert.That(LabRecording.OfAsync(LabScenario.ServerSide, new LabOptions()), Is.SameAs(LabRecording.OfAsync(LabScenario.ServerSide)));

    [Test]
    public async Task Two_tabs_that_log_in_at_once_both_come_in()
    {
        var run = await LabJourney.WalkAsync(new LabOptions(), adjust: scenario => scenario with
        {
            Journey = [new LoginPhase("portal"), new LogoutPhase("portal"), new ParallelTabsPhase("portal")],
        });
        var tabs = run.Report.Checks.Single(check => check.Id == "extra-parallel-tabs");
        Assert.That(tabs.Verdict, Is.EqualTo(Verdict.Pass), Story.Of(run));
        Assert.That(run.Report.Verdict, Is.EqualTo(Verdict.Pass), Story.Of(run));
    }

    private static TestCaseData Case(string name, LabOptions options, LabScenario scenario = LabScenario.ServerSide) =>
        new TestCaseData(options, scenario).SetArgDisplayNames(name);
}
