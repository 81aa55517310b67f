using NUnit.Framework;
using Prober.Tests.Checklist.Checks.Claims;

namespace Prober.Tests.Checklist.Reports;

public sealed class TokenViewsTests
{
    [Test]
    public void Each_claim_stands_beside_its_meaning_and_what_was_expected()
    {
        var token = IdTokenEvidence.Received(claims => claims["aud"] = "other").Judge().Tokens.Single();
        var audience = token.Claims.Single(claim => claim.Name == "aud");
        var expiry = token.Claims.Single(claim => claim.Name == "exp");

        Assert.Multiple(() =>
        {
            Assert.That(token.Application, Is.EqualTo("portal"));
            Assert.That((audience.Value, audience.Expected, audience.Fits), Is.EqualTo(("other", "portal", (bool?)false)));
            Assert.That(audience.Meaning, Does.StartWith("Audience"));
            Assert.That(expiry.Value, Does.EndWith("(2026-01-01 11:00:00Z)"));
            Assert.That(expiry.Fits, Is.True);
        });
    }

    [Test]
    public void A_required_claim_that_is_absent_is_shown_as_missing()
    {
        var claims = IdTokenEvidence.Received().Expect(expected => expected with { RequiredClaims = new Dictionary<string, string?> { ["email"] = null } }).Judge().Tokens.Single().Claims;

        Assert.That(claims.Single(claim => claim.Name == "email"), Is.EqualTo(new Prober.Checklist.Reports.ClaimView("email", null, "E-mail address.", "present", false)));
    }
}
