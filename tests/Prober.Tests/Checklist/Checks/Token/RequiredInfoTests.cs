using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Token;

public sealed class RequiredInfoTests
{
    private const string Id = "token-required-info";

    [Test]
    public void A_claim_in_the_id_token_passes() => Assert.That(Ask(id => id["email"] = "personal").Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_claim_that_is_nowhere_fails()
    {
        var result = Ask();

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "missing")));
            Assert.That(result.Remedy, Does.Contain("scope email"));
        });
    }

    [Test]
    public void A_claim_in_user_info_alone_is_a_warning() =>
        Assert.That(Ask(userInfo: claims => claims["email"] = "personal").Reason, Is.EqualTo("user-info-only"));

    [Test]
    public void An_empty_claim_fails() => Assert.That(Ask(id => id["email"] = "").Reason, Is.EqualTo("empty"));

    [Test]
    public void A_namespaced_claim_is_a_warning() =>
        Assert.That(Ask(id => id["https://example.com/email"] = "personal").Reason, Is.EqualTo("namespaced"));

    [Test]
    public void Groups_left_out_for_their_number_are_told_apart() =>
        Assert.That(Ask(id => id["_claim_names"] = new JsonObject { ["groups"] = "src1" }, claim: "groups").Reason,
            Is.EqualTo("group-overage"));

    [Test]
    public void Another_subject_in_user_info_fails() =>
        Assert.That(Ask(id => id["email"] = "x", claims => claims["sub"] = "other").Reason, Is.EqualTo("subject-differs"));

    [Test]
    public void A_value_that_does_not_match_fails()
    {
        var builder = Builder("email");
        var token = TokenEvidence.Id(builder, claims => claims["email"] = "personal");

        var result = builder.Expect(expected =>
            expected with { RequiredClaims = new Dictionary<string, string?> { ["email"] = ".*@example\\.com" } })
            .Token(token with { Observed = token.Observed with { ClaimMatches = new Dictionary<string, bool> { ["email"] = false } } })
                .Ask(Id);

        Assert.That(result.Reason, Is.EqualTo("wrong-value"));
    }

    [Test]
    public void Tokens_that_no_browser_sees_are_inconclusive() =>
        Assert.That(EvidenceBuilder.Har()
            .Expect(expected => expected with { RequiredClaims = new Dictionary<string, string?> { ["email"] = null } }).Ask(Id).Reason,
            Is.EqualTo("not-visible"));

    private static Prober.Checklist.Reports.CheckResult Ask(
        Action<JsonObject>? id = null, Action<JsonObject>? userInfo = null, string claim = "email")
    {
        var builder = Builder(claim);
        return builder.Token(TokenEvidence.Id(builder, id)).Token(TokenEvidence.UserInfo(builder, userInfo)).Ask(Id);
    }

    private static EvidenceBuilder Builder(string claim) => BrowserApplication(live: false, Redeem("redeem", 200, TokenBody))
        .Expect(expected => expected with { RequiredClaims = new Dictionary<string, string?> { [claim] = null } });
}
