using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class UserExistsTests
{
    private const string Id = "profile-user-exists";

    [Test]
    public void One_record_in_order_passes() => Assert.That(EvidenceBuilder.Live().Users(Record()).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_login_without_a_record_fails() =>
        Assert.That(EvidenceBuilder.Live().Users().Ask(Id) is { Verdict: Verdict.Fail, Reason: "missing" }, Is.True);

    [Test]
    public void A_blocked_record_is_the_headline_of_a_refused_password()
    {
        var report = FaultEvidence.WrongPassword(live: true, 400, "user is blocked").Log(Event("f", "user is blocked"))
            .Users(Record() with { Blocked = true }).Attributes("email").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "blocked-user")));
            Assert.That(report.Checks.Single(check => check.Id == "profile-attributes-present").BlockedBy, Is.EqualTo(Id));
        });
    }

    [Test]
    public void Twins_are_a_warning_and_no_more()
    {
        var report = EvidenceBuilder.Live().Attributes("email")
            .Users(Record(), Record() with { Id = "google|1", Identities = [new("google-oauth2", "google-oauth2", IsSocial: true)] }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Single(check => check.Id == Id) is { Verdict: Verdict.Warn, Reason: "twins" }, Is.True);
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail), Is.Empty);
        });
    }

    [Test]
    public void A_refused_sign_up_is_told_by_the_callback()
    {
        var denied = $"{HealthyFlow.Portal}/signin-oidc?error=access_denied&error_description=Sign-ups%20are%20disabled%20for%20this%20connection&state={EvidenceStep.Fp("state-1")}";
        var report = EvidenceBuilder.Live().EndLoginAt("resume").Change("resume", step => step.Redirect(denied))
            .InsertAfter("resume", new EvidenceStep("denied", "GET", denied, 200) { Body = "<p>no</p>" }).Users().Judge();

        Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "creation-refused")));
    }

    [Test]
    public void A_stale_login_and_an_unverified_address_are_warnings() => Assert.Multiple(() =>
    {
        Assert.That(EvidenceBuilder.Live().Users(Record() with { LastLogin = new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero) }).Ask(Id).Reason, Is.EqualTo("stale-login"));
        Assert.That(EvidenceBuilder.Live().Users(Record() with { EmailVerified = false }).Ask(Id).Reason, Is.EqualTo("unverified-email"));
        Assert.That(EvidenceBuilder.Live().Expect(expected => expected with { Connection = "ldap" }).Users(Record()).Ask(Id).Reason, Is.EqualTo("other-connection"));
    });
}
