using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Logs;

public sealed class EntryCreatedTests
{
    private const string Id = "logs-entry-created";

    [Test]
    public void A_success_event_passes() => Assert.That(EvidenceBuilder.Live().Log(Event("s")).Ask(Id) is { Verdict: Verdict.Pass, Reason: "success" }, Is.True);

    [Test]
    public void A_failure_event_fails_and_is_quoted()
    {
        var result = FaultEvidence.WrongPassword(live: true).Log(Event("fp", "Wrong email or password.")).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "failure-event")));
            Assert.That(result.Summary, Does.Contain("'fp'").And.Contain("Wrong email or password."));
        });
    }

    [Test]
    public void A_whole_log_without_the_login_fails_and_nothing_else_does()
    {
        var report = EvidenceBuilder.Live().Log().Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Id }));
            Assert.That(report.Headline?.Reason, Is.EqualTo("no-entry"));
        });
    }

    [Test]
    public void A_log_that_was_not_read_whole_proves_nothing() =>
        Assert.That(EvidenceBuilder.Live().Log(complete: false, []).Ask(Id) is { Verdict: Verdict.Inconclusive, Reason: "incomplete" }, Is.True);

    [Test]
    public void Success_at_the_provider_and_failure_at_the_application_is_a_warning() =>
        Assert.That(FaultEvidence.StateMismatch(live: true).Log(Event("s")).Ask(Id) is { Verdict: Verdict.Warn, Reason: "success-but-failed" }, Is.True);

    [Test]
    public void A_login_that_another_check_stopped_is_not_missed_here() =>
        Assert.That(FaultEvidence.Unavailable(live: true).Log().Ask(Id).BlockedBy, Is.EqualTo("login-prompt-idp-available"));

    [Test]
    public void Silent_refusals_are_routine() =>
        Assert.That(EvidenceBuilder.Live().Log(Event("fsa", "Login required"), Event("s", seconds: 1.2)).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Somebody_elses_login_is_not_ours() =>
        Assert.That(EvidenceBuilder.Live().Users(Record()).Log(Event("w", seconds: 1.1), Event("s") with { User = "somebody-else" }).Ask(Id)
            is { Verdict: Verdict.Warn, Reason: "other-user" }, Is.True);

    [Test]
    public void Events_of_another_time_are_of_another_run() =>
        Assert.That(EvidenceBuilder.Live().Log(Event("fp", seconds: -300), Event("s")).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Without_a_log_it_is_inconclusive() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Inconclusive));

    [TestCase("keycloak", "LOGIN", null, Verdict.Pass)]
    [TestCase("keycloak", "LOGIN_ERROR", "invalid_user_credentials", Verdict.Fail)]
    [TestCase("okta", "user.session.start", "SUCCESS", Verdict.Pass)]
    [TestCase("entra", "0", null, Verdict.Pass)]
    public void Other_providers_have_their_own_words(string kind, string code, string? outcome, Verdict verdict) =>
        Assert.That(EvidenceBuilder.Live().Expect(expected => expected with { Provider = expected.Provider with { Kind = kind } })
            .Log(Event(code) with { Outcome = outcome }).Ask(Id).Verdict, Is.EqualTo(verdict));
}
