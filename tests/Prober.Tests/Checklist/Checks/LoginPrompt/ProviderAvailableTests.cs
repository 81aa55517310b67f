using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Provider;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

public sealed class ProviderAvailableTests
{
    private const string Id = "login-prompt-idp-available";

    [TestCase(true)]
    [TestCase(false)]
    public void A_provider_that_answers_passes(bool live) =>
        Assert.That(FaultEvidence.Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase("net::ERR_NAME_NOT_RESOLVED", "dns")]
    [TestCase("net::ERR_CONNECTION_REFUSED", "connect")]
    [TestCase("net::ERR_CERT_DATE_INVALID", "tls")]
    [TestCase("net::ERR_TIMED_OUT", "timeout")]
    [TestCase("NS_ERROR_UNKNOWN_HOST", "dns")]
    public void A_provider_that_cannot_be_reached_fails(string failure, string reason)
    {
        var report = EvidenceBuilder.Live().Change("authorize", step => step.Fails(failure)).EndLoginAt("authorize").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, reason)));
            Assert.That(report.Headline!.Summary, Does.Contain("login.localhost:7000").And.Contain(failure));
        });
    }

    [Test]
    public void A_navigation_that_was_given_up_is_no_outage() =>
        Assert.That(EvidenceBuilder.Har().Change("authorize", step => step.Fails("net::ERR_ABORTED")).EndLoginAt("authorize")
            .Ask(Id).Verdict, Is.EqualTo(Verdict.Inconclusive));

    [Test]
    public void Too_many_requests_that_went_away_are_a_warning()
    {
        var refused = FaultEvidence.Step("refused", "GET", HealthyFlow.Authorize("portal", "1"), 429, "Too Many Requests");

        var result = EvidenceBuilder.Har().InsertAfter("portal-login", refused).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "recovered")));
    }

    [Test]
    public void A_bot_wall_is_no_outage()
    {
        var result = EvidenceBuilder.Har().Change("authorize", step => step.Answers(503, "<title>Attention Required! | Cloudflare</title>"))
            .EndLoginAt("authorize").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "challenge")));
    }

    [Test]
    public void Keys_that_cannot_be_had_fail()
    {
        var metadata = new ProviderMetadata
        {
            FetchedAt = DateTimeOffset.UnixEpoch,
            DiscoveryUrl = HealthyFlow.Provider + "/.well-known/openid-configuration",
            Discovery = new JsonObject
            {
                ["issuer"] = HealthyFlow.Provider + "/",
                ["jwks_uri"] = HealthyFlow.Provider
                + "/.well-known/jwks.json"
            },
            Problems = ["https://login.localhost:7000/.well-known/jwks.json answered 500."],
        };

        Assert.Multiple(() =>
        {
            Assert.That(EvidenceBuilder.Live().Provider(metadata).Ask(Id).Reason, Is.EqualTo("keys-unavailable"));
            Assert.That(EvidenceBuilder.Live()
                .Provider(metadata with { Keys = [], Discovery = new JsonObject { ["issuer"] = "https://tenant.example/" } }).Ask(Id),
                Has.Property("Reason").EqualTo("issuer-mismatch").And.Property("Verdict").EqualTo(Verdict.Fail));
            Assert.That(EvidenceBuilder.Live().Provider(metadata with { Keys = [], Problems = [] }).Ask(Id).Verdict,
                Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void An_upstream_provider_that_fails_is_named_as_upstream()
    {
        var upstream = "https://corp.example/authorize?client_id=broker&response_type=code&redirect_uri="
            + Uri.EscapeDataString(HealthyFlow.Provider + "/login/callback") + "&state=" + EvidenceStep.Fp("up");

        var report = EvidenceBuilder.Live().Change("authorize", step => step.Redirect(upstream))
            .EndLoginAt("authorize", FaultEvidence.Step("upstream", "GET", upstream, 502, "Bad Gateway")).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Check, Is.EqualTo(Id));
            Assert.That(report.Fault, Is.EqualTo(FaultOwner.Upstream));
            Assert.That(report.Checks.Single(check => check.Id == "login-prompt-request-valid").Verdict, Is.Not.EqualTo(Verdict.Fail));
        });
    }
}
