using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class RulesAllowLoginTests
{
    private const string Check = "profile-rules-actions-ok";

    [Test]
    public void A_login_that_goes_through_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_rule_that_refuses_is_the_headline_with_its_own_words()
    {
        var denied =
            $"{HealthyFlow.Portal}/signin-oidc?error=access_denied&error_description=Only%20staff&state={EvidenceStep.Fp("state-1")}";
        var report = EvidenceBuilder.Live().EndLoginAt("resume").Change("resume", step => step.Redirect(denied))
            .InsertAfter("resume", new EvidenceStep("denied", "GET", denied, 200) { Body = "<p>no</p>" }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Verdict, report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Verdict.Fail, Check, "denied")));
            Assert.That(report.Headline?.Summary, Does.Contain("Only staff"));
        });
    }

    [TestCase(4_900, Verdict.Pass)]
    [TestCase(5_100, Verdict.Warn)]
    public void A_provider_that_takes_long_after_the_last_page_is_a_warning(double milliseconds, Verdict verdict)
    {
        var result = EvidenceBuilder.Live().Change("resume", step => step with { TookMs = milliseconds }).Ask(Check);
        Assert.That(result.Verdict, Is.EqualTo(verdict), result.Summary);
        if (verdict == Verdict.Warn) Assert.That((result.Reason, result.Summary), Is.EqualTo(("slow-pipeline", "The provider took 5.1 s to answer after the last page; rules and Actions run in that time.")));
    }
}
