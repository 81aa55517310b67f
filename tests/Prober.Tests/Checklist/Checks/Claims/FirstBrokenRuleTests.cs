using NUnit.Framework;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

/// <summary>The family's order: whatever is broken behind it, the first broken rule has the headline and is the only red line.</summary>
public sealed class FirstBrokenRuleTests
{
    private static readonly string[] Order =
        ["claims-jwt-issuer", "claims-jwt-audience", "claims-jwt-signature", "claims-jwt-time", "claims-jwt-nonce", "claims-jwt-hashes", "claims-jwt-auth-context"];

    [Test]
    public void The_first_broken_rule_has_the_headline([Range(0, 6)] int first)
    {
        var report = BrokenFrom(first).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Check, Is.EqualTo(Order[first]));
            Assert.That(report.Checks.Where(check => check.BlockedBy == Order[first]).Select(check => check.Id), Is.SupersetOf(Order.Skip(first + 1)));
        });
    }

    private static EvidenceBuilder BrokenFrom(int first) => IdTokenEvidence.Received(
        claims =>
        {
            if (first <= 0) claims["iss"] = "https://evil.example/";
            if (first <= 1) claims["aud"] = "other";
            if (first <= 3) (claims["iat"], claims["exp"]) = (IdTokenEvidence.Now - 900, IdTokenEvidence.Now - 300);
            if (first <= 4) claims["nonce"] = "other";
            claims["at_hash"] = "abc";
        },
        new TokenObservation { Signature = first <= 2 ? SignatureVerdict.Invalid : SignatureVerdict.Valid, AccessTokenHashMatches = first > 5 })
        .Expect(expected => expected with { Acr = "high" });
}
