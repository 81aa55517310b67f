using NUnit.Framework;
using Prober.Analysis;
using Prober.Checklist;
using Prober.Lab;

namespace Prober.EndToEnd.Files;

/// <summary>What Chromium recorded, analysed as a stranger's file: no scenario, no network, everything inferred.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class AnalyzeTests
{
    private static readonly WitnessFiles NoFiles = new(null, null, null, null, [], null);

    [TestCase(LabScenario.ServerSide, "portal", "billing")]
    [TestCase(LabScenario.BrowserApplication, "notes", "billing")]
    [TestCase(LabScenario.Federated, "portal", "billing")]
    [TestCase(LabScenario.Saml, "ledger")]
    [TestCase(LabScenario.WsFederation, "archive")]
    public async Task A_healthy_recording_is_one_login_that_fails_nowhere(LabScenario scenario, params string[] applications)
    {
        var recording = await LabRecording.OfAsync(scenario);
        var logins = await new HarAnalysis(NoFiles, null).AnalyzeAsync("customer.har", recording.Raw.Traffic.Value!, CancellationToken.None);
        var report = logins[^1].Report;

        Assert.Multiple(() =>
        {
            Assert.That(logins, Has.Count.EqualTo(1));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => $"{check.Id} {check.Reason}: {check.Summary}"), Is.Empty);
            Assert.That(logins[^1].Evidence.Expectations.Applications.Select(application => application.Name), Is.SupersetOf(applications));
            Assert.That(report.Assumptions.Select(assumption => $"{assumption.About} {assumption.Value}"), Has.Some.StartsWith("identity provider login.").Or.Some.StartsWith("identity provider idp."), string.Join('\n', report.Assumptions));
            Assert.That(report.Request, Is.Null);
        });
    }
}
