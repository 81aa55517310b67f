using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenAudienceTests
{
    private const string Check = "claims-jwt-audience";

    [Test]
    public void The_client_that_asked_passes() => Assert.That(IdTokenEvidence.Received().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_token_for_another_client_is_the_headline_and_the_signature_is_not_blamed()
    {
        var report = IdTokenEvidence.Received(claims => claims["aud"] = "other", new() { Signature = SignatureVerdict.Invalid }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "other-client")));
            Assert.That(report.Headline?.Summary, Is.EqualTo("The ID token of portal is for other, but the client that asked is portal."));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Check }));
        });
    }

    [Test]
    public void Several_audiences_need_an_authorized_party()
    {
        var without = IdTokenEvidence.Received(claims => claims["aud"] = new JsonArray("portal", "api"));
        var wrong = IdTokenEvidence.Received(claims => (claims["aud"], claims["azp"]) = (new JsonArray("portal", "api"), "api"));

        Assert.That((without.Ask(Check).Verdict, wrong.Ask(Check).Reason), Is.EqualTo((Verdict.Warn, "authorized-party")));
    }
}
