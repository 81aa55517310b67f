using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Runs;

namespace Prober.EndToEnd.ThirdParty.SimpleSamlPhp;

/// <summary>SAML that nobody here wrote: a SimpleSAMLphp identity provider with two applications on its service provider.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SimpleSamlPhpTests
{
    private SimpleSamlPhpSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await SimpleSamlPhpSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    [Test]
    public async Task Healthy_has_no_fail_and_no_warning()
    {
        var run = await _site.WalkAsync(_site.Settings());
        Assert.Multiple(() =>
        {
            Assert.That(Said(run.Report.Checks, Verdict.Fail, Verdict.Error, Verdict.Warn), Is.Empty, StoryOf(run));
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Is.All.EqualTo(Verdict.Pass), StoryOf(run));
            string[] judged = ["claims-saml-decodes", "claims-saml-status", "claims-saml-destination", "claims-saml-in-response-to", "claims-saml-conditions",
                "claims-saml-audience", "claims-saml-subject-confirmation", "claims-saml-signature", "claims-saml-nameid", "claims-saml-attributes"];
            Assert.That(run.Report.Checks.Where(check => judged.Contains(check.Id)).Select(check => check.Verdict), Has.Exactly(judged.Length).EqualTo(Verdict.Pass), StoryOf(run));
            Assert.That(run.Leaks, Is.Empty);
        });
    }

    private static IEnumerable<string> Said(IEnumerable<CheckResult> checks, params Verdict[] verdicts) =>
        checks.Where(check => verdicts.Contains(check.Verdict)).Select(check => $"{check.Id} [{check.Reason}] {check.Summary}");

    private string StoryOf(CompletedRun run) => Story.Of(run) + _site.Output;
}
