using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Logout;

public sealed class LandingAnonymousTests
{
    private const string Check = "logout-landing-anonymous";

    [Test]
    public void A_public_page_passes() =>
        Assert.That(EvidenceBuilder.Live().Ask(Check) is { Verdict: Verdict.Pass, Reason: "public" }, Is.True);

    [Test]
    public void A_landing_that_logs_in_again_is_the_headline()
    {
        var evidence = LogoutEvidence.ProtectedLanding(EvidenceBuilder.Live(), silently: true);
        var report = evidence.Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "instant-login")));
            Assert.That(evidence.Ask("logout-redirect-allowed").Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(evidence.Ask("logout-url-not-callback").Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void A_landing_that_logs_in_again_after_a_local_logout_is_the_headline_too()
    {
        var evidence = LogoutEvidence.ProtectedLanding(LogoutEvidence.LocalOnly(EvidenceBuilder.Live()), silently: true);

        Assert.That(evidence.Judge().Headline?.Check, Is.EqualTo(Check));
        Assert.That(evidence.Ask("logout-redirect-allowed").Verdict, Is.EqualTo(Verdict.NotApplicable));
    }

    [Test]
    public void A_landing_that_prompts_fails_and_the_session_has_ended()
    {
        var evidence = LogoutEvidence.ProtectedLanding(EvidenceBuilder.Live(), silently: false);

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Fail, Reason: "prompts-again" }, Is.True);
        Assert.That(evidence.Ask("logout-session-ended").Verdict, Is.EqualTo(Verdict.Pass));
    }

    [TestCase(403, Verdict.Fail, "forbidden")]
    [TestCase(404, Verdict.Warn, "not-found")]
    public void What_the_landing_answers_counts(int status, Verdict verdict, string reason)
    {
        var result = EvidenceBuilder.Live().Change("signed-out", step => step.Answers(status, "<p>no</p>")).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }
}
