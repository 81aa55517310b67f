using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks;

public sealed class HealthyJourneyTests
{
    [Test]
    public void A_healthy_live_run_has_no_failure_and_no_warning() => Check(EvidenceBuilder.Live());

    [Test]
    public void A_healthy_file_has_no_failure_and_no_warning() => Check(EvidenceBuilder.Har());

    [Test]
    public void A_file_that_starts_too_late_blames_nobody() =>
        Check(EvidenceBuilder.Har().Remove("portal", "portal-login", "authorize", "identifier-page", "asset", "identifier-post"));

    [TestCase("authorize")]
    [TestCase("identifier-page")]
    [TestCase("identifier-post")]
    [TestCase("password-post")]
    [TestCase("resume")]
    [TestCase("callback")]
    public void A_file_that_ends_too_early_blames_nobody(string lastStep) => Check(EvidenceBuilder.Har().EndLoginAt(lastStep));

    [Test]
    public void A_file_without_cookies_blames_nobody() => Check(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies()));

    [Test]
    public void A_file_without_bodies_blames_nobody() => Check(EvidenceBuilder.Har().ChangeAll(step => step with { Body = null }));

    [Test]
    public void A_live_run_without_expectations_of_the_provider_blames_nobody() =>
        Check(EvidenceBuilder.Live().Expect(expected =>
            expected with
            {
                Provider = new(),
                Applications = [.. expected.Applications.Select(application => application with { ClientId = null, CallbackUrls = [] })]
            }));

    private static void Check(EvidenceBuilder builder)
    {
        var report = builder.Judge();

        var bad = report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error)
            .Select(check => $"{check.Id}: {check.Verdict} {check.Reason}: {check.Summary}");
        Assert.That(bad, Is.Empty);
    }
}
