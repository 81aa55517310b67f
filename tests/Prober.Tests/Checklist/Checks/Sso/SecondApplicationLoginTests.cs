using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class SecondApplicationLoginTests
{
    private const string Check = "sso-second-app-login";

    [Test]
    public void A_login_without_a_prompt_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_prompt_fails()
    {
        var result = SsoEvidence.Prompted(EvidenceBuilder.Live()).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "prompted")));
    }

    [Test]
    public void Traffic_alone_tells_it_too()
    {
        var healthy = EvidenceBuilder.Live()
            .With(bundle => bundle with { Tabs = Captured.Nothing<IReadOnlyList<TabObservation>>("no browser was driven") });
        var prompted = SsoEvidence.Prompted(EvidenceBuilder.Live())
            .With(bundle => bundle with { Tabs = Captured.Nothing<IReadOnlyList<TabObservation>>("no browser was driven") });

        Assert.That((healthy.Ask(Check).Verdict, prompted.Ask(Check).Verdict), Is.EqualTo((Verdict.Pass, Verdict.Fail)));
    }

    [Test]
    public void A_provider_that_sets_no_session_cookie_owns_the_fault()
    {
        var evidence = SsoEvidence.Prompted(EvidenceBuilder.Live())
            .ChangeAll(step => step.Url.StartsWith(HealthyFlow.Provider, StringComparison.Ordinal) ? step.WithoutCookies() : step)
            .Remove("provider-only-callback", "provider-only-home")
            .Change("provider-only-authorize", step => step.Answers(200, HealthyFlow.LoginHtml))
            .ChangeTab(TabLook.ProviderSessionOnly, tab => tab with { State = TabState.Prompted });
        var report = evidence.Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Check, Is.EqualTo("session-cookie-established"));
            Assert.That(report.Checks.Single(check => check.Id == Check).BlockedBy, Is.EqualTo("session-cookie-established"));
            Assert.That(report.Checks.Where(check => check.Stage is Stage.Sso).Select(check => check.Verdict),
                Has.None.EqualTo(Verdict.Fail));
        });
    }

    [Test]
    public void Applications_that_each_ask_for_themselves_are_fine_where_that_is_meant() =>
        Assert.That(SsoEvidence.Prompted(EvidenceBuilder.Live()).Expect(expected => expected with { SingleSignOn = false })
            .Ask(Check).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_question_for_consent_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live()
            .ChangeTab(TabLook.Result, tab => tab with { State = TabState.Interstitial, Controls = ["consent"] }, PhaseName.Sso)
            .Ask(Check).Reason, Is.EqualTo("consent"));

    [Test]
    public void One_application_is_nothing_to_judge() =>
        Assert.That(EvidenceBuilder.Har().Ask(Check).Reason, Is.EqualTo("one-application"));
}
