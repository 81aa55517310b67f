using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Token;

public sealed class TokenReturnedTests
{
    private const string Id = "token-returned";

    [Test]
    public void A_confidential_application_exchanges_its_code_unseen() =>
        Assert.That(EvidenceBuilder.Har().Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Pass).And.Property("Reason")
            .EqualTo("back-channel"));

    [Test]
    public void A_token_response_in_the_browser_passes() =>
        Assert.That(BrowserApplication(live: false, Redeem("redeem", 200, TokenBody)).Ask(Id).Reason, Is.EqualTo("token-response"));

    [TestCase(true)]
    [TestCase(false)]
    public void A_refused_origin_fails(bool live)
    {
        var report = BrowserApplication(live, Redeem("redeem", 0, "").Fails("net::ERR_FAILED"))
            .Phase(Prober.Evidence.Session.PhaseName.Login, Prober.Evidence.Session.PhaseOutcome.NotReached)
            .RemoveTab(Prober.Evidence.Session.TabLook.Result).RemoveTab(Prober.Evidence.Session.TabLook.AfterCredentials).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "cors")));
            Assert.That(report.Checks.Count(check => check.Verdict == Verdict.Fail && check.Class != CheckClass.Mirror), Is.EqualTo(1));
            Assert.That(report.Headline!.Remedy, Does.Contain(HealthyFlow.Portal));
        });
    }

    [TestCase("invalid_grant", "invalid-grant")]
    [TestCase("invalid_client", "invalid-client")]
    [TestCase("unauthorized_client", "client-not-allowed")]
    [TestCase("server_error", "exchange-refused")]
    public void An_error_of_the_token_endpoint_fails(string error, string reason) =>
        Assert.That(BrowserApplication(live: false, Redeem("redeem", 400, $$"""{"error":"{{error}}"}""")).Ask(Id).Reason, Is.EqualTo(reason));

    [Test]
    public void A_response_without_an_id_token_is_a_warning() =>
        Assert.That(BrowserApplication(live: false, Redeem("redeem", 200, """{"access_token":"x"}""")).Ask(Id).Reason, Is.EqualTo("no-id-token"));

    [Test]
    public void A_code_whose_fate_is_unknown_is_inconclusive() =>
        Assert.That(EvidenceBuilder.Har().EndLoginAt("callback").Ask(Id).Verdict, Is.EqualTo(Verdict.Inconclusive));
}
