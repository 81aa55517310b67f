using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist;

public sealed class DiagnosisTests
{
    private static readonly EvidencePointer Proof = EvidencePointer.Har(2, "response.status", "500");

    [Test]
    public void The_first_failing_root_in_stage_order_has_the_headline()
    {
        var report = Judge(EvidenceBuilder.Live(),
            Failing("login-prompt-outcome", CheckClass.Outcome, Stage.LoginPrompt),
            Failing("token-root", CheckClass.Root, Stage.Token),
            Failing("claims-root", CheckClass.Root, Stage.Claims));

        Assert.Multiple(() =>
        {
            Assert.That((report.Verdict, report.Headline!.Check), Is.EqualTo((Verdict.Fail, "token-root")));
            Assert.That(report.Headline.Remedy, Is.EqualTo("Mend it."));
            Assert.That(report.Hops.Where(hop => hop.Failing).Select(hop => hop.Entry), Is.EqualTo(new[] { 2 }));
        });
    }

    [Test]
    public void Without_a_root_an_outcome_goes_before_a_mirror()
    {
        var report = Judge(EvidenceBuilder.Live(),
            Failing("logs-mirror", CheckClass.Mirror, Stage.Logs), Failing("logout-outcome", CheckClass.Outcome, Stage.Logout));

        Assert.That(report.Headline!.Check, Is.EqualTo("logout-outcome"));
    }

    [Test]
    public void The_fault_is_the_findings_own_or_the_checks_default()
    {
        var byDefault = Judge(EvidenceBuilder.Live(), Failing("token-root", CheckClass.Root, Stage.Token));
        var byFinding = Judge(EvidenceBuilder.Live(), new StubCheck("token-root", _ => Finding.Fail("bad", "It broke.", Proof) with { Fault = FaultOwner.Upstream }));

        Assert.That((byDefault.Fault, byFinding.Fault), Is.EqualTo((FaultOwner.Application, FaultOwner.Upstream)));
    }

    [Test]
    public void Unanswerable_questions_do_not_spoil_a_complete_journey()
    {
        var report = Judge(EvidenceBuilder.Live(), new StubCheck("logs-entry", evidence => Finding.Pass("good", $"{evidence.ProviderLog.Events.Count}")));

        Assert.That((report.Verdict, report.Fault, report.Headline), Is.EqualTo((Verdict.Pass, FaultOwner.None, (Headline?)null)));
    }

    [Test]
    public void A_warning_is_shown_and_no_failure()
    {
        var report = Judge(EvidenceBuilder.Live(), new StubCheck("token-warn", _ => Finding.Warn("near", "It is near its limit.", Proof)));

        Assert.That((report.Verdict, report.Summary), Is.EqualTo((Verdict.Warn, "It works, with a warning: It is near its limit.")));
    }

    [Test]
    public void A_barrier_makes_the_run_inconclusive()
    {
        var report = Judge(EvidenceBuilder.Live().EndLoginAt("password-page").Phase(PhaseName.Login, PhaseOutcome.Blocked, "captcha on the login page"));

        Assert.Multiple(() =>
        {
            Assert.That((report.Verdict, report.Fault), Is.EqualTo((Verdict.Inconclusive, FaultOwner.None)));
            Assert.That(report.Summary, Is.EqualTo("The login at portal met a barrier that a prober must not pass: captcha on the login page."));
            Assert.That(report.Phases.Select(phase => phase.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
        });
    }

    [TestCase(PhaseOutcome.NotReached)]
    [TestCase(PhaseOutcome.TimedOut)]
    public void A_phase_that_fell_short_without_a_cause_is_never_a_pass(PhaseOutcome outcome)
    {
        var report = Judge(EvidenceBuilder.Live().Phase(PhaseName.Sso, outcome), new StubCheck("token-good", _ => Finding.Pass("good", "good")));

        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.EqualTo(Verdict.Inconclusive));
            Assert.That(report.Summary, Does.StartWith("The single sign-on at billing").And.Contain("no check found a cause"));
        });
    }

    [Test]
    public void A_phase_that_ended_otherwise_is_complete_when_its_check_accepts_that()
    {
        var report = Judge(EvidenceBuilder.Live().Phase(PhaseName.SecondTab, PhaseOutcome.NotReached),
            new StubCheck("session-second-tab", _ => Finding.Warn("app-session-only", "Only the application's session holds.", Proof)) { Stage = Stage.Session });

        Assert.That(report.Verdict, Is.EqualTo(Verdict.Warn));
    }

    [Test]
    public void A_recording_without_a_completed_login_is_inconclusive()
    {
        var report = Judge(EvidenceBuilder.Har().Remove("callback", "portal-home"), new StubCheck("token-good", _ => Finding.Pass("good", "good")));

        Assert.That((report.Verdict, report.Summary), Is.EqualTo((Verdict.Inconclusive, "The recording holds no completed login, and no check found a cause.")));
    }

    [Test]
    public void A_fault_of_our_own_never_counts_against_the_target()
    {
        var builder = EvidenceBuilder.Live().With(bundle => bundle with { Run = bundle.Run with { Outcome = RunOutcome.ProberFault, OutcomeDetail = "the browser is gone" } });

        var report = Judge(builder, Failing("token-root", CheckClass.Root, Stage.Token));

        Assert.Multiple(() =>
        {
            Assert.That((report.Verdict, report.Fault, report.Headline), Is.EqualTo((Verdict.Error, FaultOwner.Prober, (Headline?)null)));
            Assert.That(report.Summary, Does.EndWith("the browser is gone"));
        });
    }

    private static StubCheck Failing(string id, CheckClass kind, Stage stage) =>
        new(id, _ => Finding.Fail("bad", "It broke.", Proof)) { Class = kind, Stage = stage, Owner = FaultOwner.Application };

    private static Report Judge(EvidenceBuilder evidence, params IReadOnlyList<Check> checks) => ChecklistRunner.Run(evidence.Build(), checks);
}
