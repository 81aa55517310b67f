using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class ParallelTabsTests
{
    private const string Check = "extra-parallel-tabs";

    [Test]
    public void Two_tabs_that_both_come_in_pass() => Assert.That(TwoTabs(TabState.SignedIn).Ask(Check), Has.Property("Verdict").EqualTo(Verdict.Pass));

    [Test]
    public void A_state_cookie_that_both_tabs_share_is_named()
    {
        var result = TwoTabs(TabState.Error, "portal_state={0}; path=/").Ask(Check);

        Assert.That(result is { Verdict: Verdict.Fail, Reason: "shared-state-cookie" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.Contain("the one cookie portal_state"));
    }

    [Test]
    public void Without_such_a_cookie_only_the_end_is_told() => Assert.That(TwoTabs(TabState.Error).Ask(Check).Reason, Is.EqualTo("last-finish-broken"));

    [Test]
    public void A_journey_that_does_not_try_is_not_asked() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_phase_that_was_skipped_proves_nothing() => Assert.That(EvidenceBuilder.Live()
        .Expect(expected => expected with { Journey = [.. expected.Journey, PhaseName.ParallelTabs] })
        .Phase(PhaseName.ParallelTabs, PhaseOutcome.Skipped, "no logout").Ask(Check).Verdict, Is.EqualTo(Verdict.Inconclusive));

    private static EvidenceBuilder TwoTabs(TabState last, string cookie = "correlation.{0}=N; path=/") => EvidenceBuilder.Live()
        .Expect(expected => expected with { Journey = [.. expected.Journey, PhaseName.ParallelTabs] })
        .InsertAfter("fresh-tab-login-page", Start("a", cookie), Request("a"), Start("b", cookie), Request("b"))
        .ChangeAll(step => step.Name.StartsWith("parallel", StringComparison.Ordinal) ? step with { Phase = PhaseName.ParallelTabs } : step)
        .AddTab(PhaseName.ParallelTabs, TabLook.FinishedFirst, TabState.SignedIn)
        .AddTab(PhaseName.ParallelTabs, TabLook.FinishedLast, last);

    private static EvidenceStep Start(string run, string cookie) =>
        new EvidenceStep($"parallel-start-{run}", "GET", HealthyFlow.Portal + "/login", 302) { Page = $"page@{run}" }.From("same-origin")
            .Redirect(HealthyFlow.Authorize("portal", run)).Sets(string.Format(null, cookie, Fp("state-" + run)));

    private static EvidenceStep Request(string run) =>
        new EvidenceStep($"parallel-authorize-{run}", "GET", HealthyFlow.Authorize("portal", run), 200) { Page = $"page@{run}", Body = HealthyFlow.PasswordHtml }.From("cross-site");
}
