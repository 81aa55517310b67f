using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence.Expected;
using Prober.Tests.Checklist.Checks.Claims;

namespace Prober.Tests.Checklist;

public sealed class ChecklistRunnerTests
{
    private static readonly EvidencePointer Proof = EvidencePointer.Har(0, "response.status", "500");

    [Test]
    public void A_healthy_journey_passes_without_a_warning()
    {
        var serverSide = EvidenceBuilder.Live().Judge();
        var inTheBrowser = IdTokenEvidence.Received().Judge();
        var recording = EvidenceBuilder.Har().Judge();

        Assert.Multiple(() =>
        {
            foreach (var report in (Report[])[serverSide, inTheBrowser, recording])
            {
                Assert.That(report.Checks.Where(check => check.Verdict is not (Verdict.Pass or Verdict.NotApplicable or Verdict.Inconclusive)).Select(check => $"{check.Id}: {check.Summary}"), Is.Empty);
                Assert.That((report.Verdict, report.Fault, report.Headline), Is.EqualTo((Verdict.Pass, FaultOwner.None, (Headline?)null)));
                Assert.That(report.Phases.Select(phase => phase.Verdict), Is.All.EqualTo(Verdict.Pass));
            }
        });
    }

    [Test]
    public void A_check_whose_dependency_failed_names_the_root_of_the_chain()
    {
        var report = Run(
            new StubCheck("token-third", _ => Finding.Pass("good", "good"), "token-second"),
            new StubCheck("token-second", _ => Finding.Pass("good", "good"), "token-first"),
            new StubCheck("token-first", _ => Finding.Fail("bad", "It broke.", Proof)));

        Assert.That(report.Checks.Select(check => (check.Id, check.Verdict, check.BlockedBy)), Is.EqualTo(new (string, Verdict, string?)[]
        {
            ("token-third", Verdict.Inconclusive, "token-first"),
            ("token-second", Verdict.Inconclusive, "token-first"),
            ("token-first", Verdict.Fail, null),
        }));
    }

    [Test]
    public void A_check_that_another_reads_runs_first_and_does_not_block()
    {
        var reader = new StubCheck("token-reader", evidence => Finding.Pass("good", evidence.FindingOf("token-read").Reason)) { Reads = ["token-read"] };

        var report = Run(reader, new StubCheck("token-read", _ => Finding.Fail("bad", "It broke.", Proof)));

        Assert.That(report.Checks[0].Summary, Is.EqualTo("bad"));
    }

    [Test]
    public void Missing_evidence_is_inconclusive_and_says_what_would_answer()
    {
        var check = new StubCheck("token-log", evidence => Finding.Pass("good", $"{evidence.ProviderLog.Events.Count}")) { AnsweredBy = "the provider's log" };

        var result = Run(check).Checks[0];

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "no-evidence")));
            Assert.That(result.Summary, Is.EqualTo("No provider log: no access to the identity provider's log was given. Answered by: the provider's log"));
        });
    }

    [Test]
    public void A_check_that_throws_costs_only_itself_and_is_a_fault_of_ours()
    {
        var report = Run(
            new StubCheck("token-broken", _ => throw new FormatException("no number")),
            new StubCheck("token-good", _ => Finding.Pass("good", "good")));

        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Select(check => check.Verdict), Is.EqualTo(new[] { Verdict.Error, Verdict.Pass }));
            Assert.That(report.Checks[0].Summary, Is.EqualTo("token-broken broke: FormatException: no number"));
            Assert.That((report.Verdict, report.Fault), Is.EqualTo((Verdict.Error, FaultOwner.Prober)));
        });
    }

    [Test]
    public void A_failure_without_proof_is_a_defect_of_the_check() =>
        Assert.That(Run(new StubCheck("token-unproven", _ => Finding.Fail("bad", "It broke."))).Checks[0].Verdict, Is.EqualTo(Verdict.Error));

    [Test]
    public void Checks_that_wait_for_each_other_are_named()
    {
        var circle = () => Run(new StubCheck("token-a", _ => Finding.Pass("good", "good"), "token-b"), new StubCheck("token-b", _ => Finding.Pass("good", "good"), "token-a"));

        Assert.That(circle, Throws.InvalidOperationException.With.Message.EqualTo("Checks wait for each other: token-a → token-b → token-a."));
    }

    [Test]
    public void An_expected_error_passes_its_check_and_ends_the_list()
    {
        var bundle = EvidenceBuilder.Live().EndLoginAt("authorize")
            .Change("authorize", step => step.Redirect(Denied))
            .InsertAfter("authorize", new EvidenceStep("denied", "GET", Denied, 200) { Body = "<p>Access denied</p>" })
            .Expect(expected => expected with { Error = new ExpectedError("access_denied", "token-denied") }).Build();

        var report = ChecklistRunner.Run(bundle,
        [
            new StubCheck("token-before", _ => Finding.Pass("good", "good")),
            new StubCheck("token-denied", _ => Finding.Fail("denied", "The login was denied.", Proof)),
            new StubCheck("token-after", _ => Finding.Fail("bad", "It broke.", Proof)),
        ]);

        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Select(check => check.Verdict), Is.EqualTo(new[] { Verdict.Pass, Verdict.Pass, Verdict.NotApplicable }));
            Assert.That(report.Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(report.Phases[0].Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void An_expected_error_that_does_not_come_is_a_failure()
    {
        var bundle = EvidenceBuilder.Live().Expect(expected => expected with { Error = new ExpectedError("access_denied", "token-denied") }).Build();

        var report = ChecklistRunner.Run(bundle, [new StubCheck("token-denied", _ => Finding.Pass("good", "good"))]);

        Assert.Multiple(() =>
        {
            Assert.That((report.Verdict, report.Headline?.Reason), Is.EqualTo((Verdict.Fail, "expected-error-absent")));
            Assert.That(report.Headline!.Evidence, Is.Not.Empty);
        });
    }

    private static string Denied => $"{HealthyFlow.Portal}/signin-oidc?error=access_denied&state={EvidenceStep.Fp("state-1")}";

    private static Report Run(params IReadOnlyList<Check> checks) => ChecklistRunner.Run(EvidenceBuilder.Live().Build(), checks);
}
