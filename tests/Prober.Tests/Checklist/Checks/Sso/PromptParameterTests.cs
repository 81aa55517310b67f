using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class PromptParameterTests
{
    private const string Check = "sso-prompt-param";

    [Test]
    public void A_plain_request_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Prompt_login_is_the_headline()
    {
        var report = SsoEvidence.Prompted(EvidenceBuilder.Live(), "&prompt=login").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason, report.Fault),
                Is.EqualTo((Check, "prompt-login", FaultOwner.Application)));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id),
                Is.EquivalentTo(new[] { Check, "sso-second-app-login" }));
            Assert.That(report.Checks.Single(check => check.Id == "sso-second-app-login").Summary, Does.Contain("prompt=login"));
        });
    }

    [TestCase("&prompt=select_account", Verdict.Fail, "prompt-select-account")]
    [TestCase("&max_age=0", Verdict.Fail, "max-age")]
    [TestCase("&max_age=3600", Verdict.Pass, "free")]
    [TestCase("&prompt=consent", Verdict.Warn, "prompt-consent")]
    [TestCase("&organization=org_2", Verdict.Warn, "other-connection")]
    public void Each_parameter_counts_as_it_should(string parameter, Verdict verdict, string reason)
    {
        var result = SsoEvidence.Prompted(EvidenceBuilder.Live(), parameter).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }
}
