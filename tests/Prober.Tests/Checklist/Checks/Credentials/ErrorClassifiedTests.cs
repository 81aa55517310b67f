using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class ErrorClassifiedTests
{
    private const string Id = "credentials-error-classified";

    [Test]
    public void Without_an_error_there_is_nothing_to_classify() =>
        Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [TestCase("Wrong email or password", "wrong-password")]
    [TestCase("AADSTS50057: The user account is disabled.", "blocked-by-admin")]
    [TestCase("AADSTS50126: Error validating credentials.", "wrong-password")]
    [TestCase("Account is temporarily locked, contact your administrator or retry later.", "lockout")]
    public void A_known_error_passes_with_its_family(string text, string reason)
    {
        var result = WrongPassword(live: false, 200, text).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Pass, reason)));
    }

    [Test]
    public void An_unknown_error_is_inconclusive_and_never_a_failure()
    {
        var result = WrongPassword(live: false, 400, "Computer says no").Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That(result.Verdict, Is.Not.EqualTo(Verdict.Fail));
            Assert.That(result.Reason, Is.EqualTo("unclassified"));
            Assert.That(result.Summary, Does.Contain("Computer says no"));
        });
    }

    [Test]
    public void A_second_factor_is_no_error_of_the_credentials()
    {
        var page = Step("mfa", "GET", $"{Provider}/u/mfa-otp-challenge?state={EvidenceStep.Fp("idp-1")}", 200,
            "<input name=\"code\" autocomplete=\"one-time-code\">");
        var report = EvidenceBuilder.Live()
            .Change("password-post", step => step.Redirect($"/u/mfa-otp-challenge?state={EvidenceStep.Fp("idp-1")}"))
            .EndLoginAt("password-post", page)
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Interstitial, tab => tab with { Controls = ["one-time-code"] })
                .Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Single(check => check.Id == Id).Reason, Is.EqualTo("mfa"));
            Assert.That(report.Checks.Single(check => check.Id == "credentials-no-error-shown").Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(report.Checks.Where(check => check.Verdict == Verdict.Fail), Is.Empty);
        });
    }
}
