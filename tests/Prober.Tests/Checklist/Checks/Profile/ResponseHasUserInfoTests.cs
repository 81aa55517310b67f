using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class ResponseHasUserInfoTests
{
    private const string Id = "profile-idp-response-has-user-info";

    [Test]
    public void An_answer_with_everything_passes() =>
        Assert.That(FederatedFlow.WithUpstreamToken(("mail", "x"), ("department", "IT")).Attributes("email", "department").Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void What_the_upstream_provider_does_not_send_is_its_fault_and_not_the_profiles()
    {
        var report = FederatedFlow.WithUpstreamToken(("name", "x")).Users(Record("""{"name":"x"}""")).Attributes("email").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "missing-at-source")));
            Assert.That(report.Fault, Is.EqualTo(FaultOwner.Upstream));
            Assert.That(report.Checks.Single(check => check.Id == "profile-attributes-present").BlockedBy, Is.EqualTo(Id));
        });
    }

    [Test]
    public void A_subject_alone_is_a_warning() =>
        Assert.That(FederatedFlow.WithUpstreamToken().Ask(Id) is { Verdict: Verdict.Warn, Reason: "subject-only" }, Is.True);

    [Test]
    public void An_exchange_between_servers_cannot_be_seen() =>
        Assert.That(FederatedFlow.Begin().Attributes("email").Ask(Id) is { Verdict: Verdict.Inconclusive, Reason: "not-visible" }, Is.True);

    [Test]
    public void Nothing_expected_is_no_question() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_claim_that_the_application_needs_is_another_checks_question()
    {
        var builder = FaultEvidence.BrowserApplication(live: true, FaultEvidence.Redeem("redeem", 200, FaultEvidence.TokenBody));
        var report = builder.Token(TokenEvidence.Id(builder)).Attributes("email").Claims("email").Judge();

        Assert.That((report.Checks.Single(check => check.Id == Id).Verdict, report.Headline?.Check), Is.Not.EqualTo((Verdict.Fail, Id)));
    }
}
