using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Logout;

public sealed class SessionEndedTests
{
    private const string Check = "logout-session-ended";

    [Test]
    public void A_prompt_after_logout_passes() =>
        Assert.That(EvidenceBuilder.Live().Ask(Check) is { Verdict: Verdict.Pass, Reason: "signed-out" }, Is.True);

    [Test]
    public void A_logout_that_never_reached_the_provider_is_the_headline()
    {
        var report = LogoutEvidence.LocalOnly(EvidenceBuilder.Live()).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "provider-never-called")));
            Assert.That(report.Headline?.Evidence.Select(proof => proof.Source),
                Is.EquivalentTo(new[] { EvidenceKind.Tab, EvidenceKind.Har, EvidenceKind.Har }));
            Assert.That(report.Checks.Single(check => check.Id == "logout-redirect-allowed").Verdict, Is.EqualTo(Verdict.NotApplicable));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Check }));
        });
    }

    [Test]
    public void A_provider_session_that_survives_its_own_logout_fails()
    {
        var result = LogoutEvidence.BackInSilently(EvidenceBuilder.Live()).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "provider-session-alive")));
    }

    [Test]
    public void A_recording_that_does_not_say_what_is_wanted_gets_a_warning() =>
        Assert.That(LogoutEvidence.LocalOnly(EvidenceBuilder.Live()).Expect(expected => expected with { Journey = [] }).With(WithoutBrowser)
            .Ask(Check).Verdict, Is.EqualTo(Verdict.Warn));

    [Test]
    public void A_logout_of_the_application_alone_passes_where_that_is_meant() =>
        Assert.That(LogoutEvidence.LocalOnly(EvidenceBuilder.Live()).Expect(expected => expected with { ProviderLogout = false })
            .Ask(Check).Reason, Is.EqualTo("local-as-expected"));

    [Test]
    public void An_application_that_asks_nobody_kept_its_own_session()
    {
        var evidence = EvidenceBuilder.Live().Remove("revisit-authorize", "revisit-login-page")
            .Change("revisit", step => step.Answers(200, "<h1>Welcome Alice</h1>"))
            .ChangeTab(TabLook.Revisit, tab => tab with { State = TabState.SignedIn });

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Fail, Reason: "application-session-alive" }, Is.True);
    }

    [Test]
    public void A_logout_called_by_a_script_is_named()
    {
        var evidence = LogoutEvidence.BackInSilently(EvidenceBuilder.Live())
            .Change("logout", step => step.Answers(200, "<h1>Bye</h1>"))
            .Change("end-session", step => (step with { ResourceType = "fetch" }).Fails("net::ERR_FAILED"));

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Fail, Reason: "script-logout" }, Is.True);
        Assert.That(evidence.Ask("logout-redirect-allowed").Verdict, Is.EqualTo(Verdict.NotApplicable));
    }

    [Test]
    public void Another_application_that_still_knows_the_user_is_a_warning()
    {
        var evidence = EvidenceBuilder.Live().Remove("fresh-tab-authorize", "fresh-tab-login-page")
            .Change("fresh-tab", step => step.Answers(200, "<h1>Invoices</h1>"))
            .ChangeTab(TabLook.FreshTab, tab => tab with { State = TabState.SignedIn })
            .Phase(PhaseName.SignedOut, PhaseOutcome.NotReached, "billing is still signed in");

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Warn, Reason: "second-application-alive" }, Is.True);
        Assert.That(evidence.Judge().Verdict, Is.EqualTo(Verdict.Warn));
    }

    [Test]
    public void A_page_that_Back_brings_up_is_no_session() =>
        Assert.That(EvidenceBuilder.Live().AddTab(PhaseName.SignedOut, TabLook.Back, TabState.SignedIn).Ask(Check).Verdict,
            Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_recording_that_ends_at_the_landing_is_open() =>
        Assert.That(EvidenceBuilder.Live().Keep(PhaseName.Login, PhaseName.Logout)
            .Expect(expected => expected with { Journey = [PhaseName.Login, PhaseName.Logout] }).Ask(Check).Reason,
            Is.EqualTo("not-looked"));

    private static EvidenceBundle WithoutBrowser(EvidenceBundle bundle) => bundle with
    {
        Phases = Captured.Nothing<IReadOnlyList<PhaseRecord>>("no browser was driven"),
        Tabs = Captured.Nothing<IReadOnlyList<TabObservation>>("no browser was driven"),
    };
}
