using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class SessionLifetimeTests
{
    private const string Check = "sso-within-session-lifetime";

    [Test]
    public void A_request_within_the_limits_passes() =>
        Assert.That(EvidenceBuilder.Live()
            .Expect(expected => expected with { SessionIdle = TimeSpan.FromDays(3), SessionAbsolute = TimeSpan.FromDays(7) })
            .Ask(Check) is { Verdict: Verdict.Pass, Reason: "within" }, Is.True);

    [Test]
    public void An_idle_session_is_the_headline_and_nothing_else_is_blamed()
    {
        var report = After(TimeSpan.FromMinutes(2), SsoEvidence.Prompted(EvidenceBuilder.Live()))
            .Expect(expected => expected with { SessionIdle = TimeSpan.FromMinutes(1) }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "idle")));
            Assert.That(report.Headline?.Summary, Does.Contain("its limit is 60 s"));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id),
                Is.EquivalentTo(new[] { Check, "sso-second-app-login" }));
        });
    }

    [Test]
    public void The_absolute_limit_counts_from_the_login() =>
        Assert.That(After(TimeSpan.FromMinutes(2), SsoEvidence.Prompted(EvidenceBuilder.Live()))
            .Expect(expected => expected with { SessionAbsolute = TimeSpan.FromMinutes(1) })
            .Ask(Check) is { Verdict: Verdict.Fail, Reason: "absolute" }, Is.True);

    [Test]
    public void A_limit_that_nobody_enforces_is_a_warning() =>
        Assert.That(After(TimeSpan.FromMinutes(2), EvidenceBuilder.Live())
            .Expect(expected => expected with { SessionIdle = TimeSpan.FromMinutes(1) }).Ask(Check).Reason, Is.EqualTo("not-enforced"));

    [TestCase(1, Verdict.Pass)]
    [TestCase(45, Verdict.Inconclusive)]
    public void Without_limits_only_a_short_gap_is_judged(int minutes, Verdict verdict) =>
        Assert.That(After(TimeSpan.FromMinutes(minutes), EvidenceBuilder.Live()).Ask(Check).Verdict, Is.EqualTo(verdict));

    private static EvidenceBuilder After(TimeSpan gap, EvidenceBuilder builder) =>
        builder.Change("billing", step => step with { AfterMs = gap.TotalMilliseconds });
}
