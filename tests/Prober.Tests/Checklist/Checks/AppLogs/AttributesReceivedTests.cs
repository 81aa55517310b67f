using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.AppLogs;

public sealed class AttributesReceivedTests
{
    private const string Id = "app-logs-attributes-received";

    [Test]
    public void An_application_that_shows_everything_passes() =>
        Assert.That(EvidenceBuilder.Live().Claims("email", "groups").Received("portal", 200, "sub", "mail", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role").Ask(Id)
            is { Verdict: Verdict.Pass, Reason: "received" }, Is.True);

    [Test]
    public void Groups_that_the_token_carries_and_the_application_drops_are_its_fault()
    {
        var builder = FaultEvidence.BrowserApplication(live: true, FaultEvidence.Redeem("redeem", 200, FaultEvidence.TokenBody));
        var report = builder.Token(TokenEvidence.Id(builder, claims => claims["groups"] = new System.Text.Json.Nodes.JsonArray("staff")))
            .Claims("groups").Received("portal", 200, "sub", "email").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "not-mapped")));
            Assert.That(report.Fault, Is.EqualTo(FaultOwner.Application));
            Assert.That(report.Checks.Single(check => check.Id == "token-required-info").Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void What_no_token_carries_is_another_checks_fault()
    {
        var builder = FaultEvidence.BrowserApplication(live: true, FaultEvidence.Redeem("redeem", 200, FaultEvidence.TokenBody));

        Assert.That(builder.Token(TokenEvidence.Id(builder)).Claims("groups").Received("portal", 200, "sub").Ask(Id).BlockedBy, Is.EqualTo("token-required-info"));
    }

    [Test]
    public void A_403_after_the_login_fails() =>
        Assert.That(EvidenceBuilder.Live().Received("portal", 403).Ask(Id) is { Verdict: Verdict.Fail, Reason: "forbidden" }, Is.True);

    [Test]
    public void A_403_page_after_the_callback_fails_without_being_asked() =>
        Assert.That(EvidenceBuilder.Har().Change("portal-home", step => step.Answers(403, "<h1>Forbidden</h1>")).Ask(Id) is { Verdict: Verdict.Fail, Reason: "forbidden" }, Is.True);

    [Test]
    public void Missing_behind_closed_doors_is_told_with_less_confidence() =>
        Assert.That(EvidenceBuilder.Live().Claims("groups").Received("portal", 200, "sub").Ask(Id) is { Verdict: Verdict.Fail, Confidence: Confidence.Medium }, Is.True);

    [Test]
    public void Without_a_page_about_the_user_it_says_what_would_answer() =>
        Assert.That(EvidenceBuilder.Live().Ask(Id) is { Verdict: Verdict.Inconclusive, Summary: { } text } && text.Contains("me", StringComparison.Ordinal), Is.True);
}
