using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenHashesTests
{
    private const string Check = "claims-jwt-hashes";

    [Test]
    public void A_hash_that_fits_passes() =>
        Assert.That(Received(claimed: "at_hash", new() { AccessTokenHashMatches = true }).Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_hash_that_does_not_fit_is_the_headline()
    {
        var report = Received(claimed: "at_hash", new() { AccessTokenHashMatches = false }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "different")));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Check }));
        });
    }

    [Test]
    public void No_hash_is_fine_where_none_is_required() =>
        Assert.That(IdTokenEvidence.Received().Ask(Check).Reason, Is.EqualTo("optional"));

    [Test]
    public void The_hybrid_flow_requires_the_hash_of_the_code() =>
        Assert.That(IdTokenEvidence.InFormPost("code id_token").Ask(Check) is { Verdict: Verdict.Fail, Reason: "required-missing" },
            Is.True);

    [Test]
    public void A_hash_whose_partner_was_not_seen_is_open() =>
        Assert.That(Received(claimed: "at_hash", new()).Ask(Check).Reason, Is.EqualTo("partner-not-visible"));

    private static EvidenceBuilder Received(string claimed, TokenObservation observed) =>
        IdTokenEvidence.Received(claims => claims[claimed] = "abc", observed with { Signature = SignatureVerdict.Valid });
}
