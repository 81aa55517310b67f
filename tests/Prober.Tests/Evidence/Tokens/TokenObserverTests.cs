using NUnit.Framework;
using Prober.Evidence.Expected;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Tokens;

public sealed class TokenObserverTests
{
    // OpenID Connect Core 1.0, appendix A.4 and A.6: hashes of this code and this access token under RS256.
    private const string Code = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
    private const string CodeHash = "LDktKdoQak3Pk0cnXxCltA";
    private const string Access = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
    private const string AccessHash = "77QmUPtjPfzWtF2AnpK9RQ";

    [Test]
    public void Hashes_of_the_specification_match()
    {
        var token = TestTokens.Jwt($$"""{"at_hash":"{{AccessHash}}","c_hash":"{{CodeHash}}","s_hash":"wrong"}""");
        var log = TestHar.Log(TestHar.Entry("https://idp.example/a", 302, location: $"https://app.example/cb#code={Code}&id_token={token}&access_token={Access}&state=s"));

        var observed = TokenObserver.Observe(TokenHarvest.From(log), log, new()).Single(found => found.Kind == TokenKind.Id).Observed;

        Assert.That((observed.AccessTokenHashMatches, observed.CodeHashMatches, observed.StateHashMatches), Is.EqualTo(((bool?)true, (bool?)true, (bool?)false)));
    }

    [Test]
    public void A_redeemed_code_and_the_token_beside_it_are_partners_too()
    {
        var token = TestTokens.Jwt($$"""{"at_hash":"{{AccessHash}}","c_hash":"{{CodeHash}}"}""", """{"alg":"none"}""");
        var signed = TestTokens.Jwt($$"""{"at_hash":"{{CodeHash}}","c_hash":"{{CodeHash}}"}""");
        var log = TestHar.Log(
            TestHar.Entry("https://idp.example/token", form: $"{{\"grant_type\":\"authorization_code\",\"code\":\"{Code}\"}}", postType: "application/json",
                body: $$"""{"id_token":"{{signed}}","access_token":"{{Access}}"}""", type: "application/json"),
            TestHar.Entry("https://idp.example/token", form: "grant_type=x", body: $$"""{"id_token":"{{token}}","access_token":"{{Access}}"}""", type: "application/json"));

        var observed = TokenObserver.Observe(TokenHarvest.From(log), log, new()).Where(found => found.Kind == TokenKind.Id).Select(found => found.Observed).ToList();

        Assert.That((observed[0].AccessTokenHashMatches, observed[0].CodeHashMatches), Is.EqualTo(((bool?)false, (bool?)true)));
        Assert.That((observed[1].AccessTokenHashMatches, observed[1].CodeHashMatches), Is.EqualTo(((bool?)null, (bool?)null)), "no hash for alg=none");
    }

    [Test]
    public void Claims_are_held_against_their_patterns_anchored()
    {
        var token = TokenCapture.Of(TokenKind.Id, TokenPlace.File, TestTokens.Jwt(
            """{"aud":["portal"],"email":"probe@example.com","groups":["a","admins"],"level":3,"https://example.com/role":"x"}"""), null, null, TestHar.Start);
        var expectations = new Expectations
        {
            RequiredClaims = new Dictionary<string, string?> { ["email"] = @"probe@example\.com", ["groups"] = "admin", ["level"] = "3", ["role"] = "x|y", ["absent"] = "z", ["sub"] = null },
            Applications =
            [
                new() { Name = "portal", Url = "https://p", ClientId = "portal", RequiredClaims = new Dictionary<string, string?> { ["groups"] = "admins" } },
                new() { Name = "other", Url = "https://o", ClientId = "other", RequiredClaims = new Dictionary<string, string?> { ["email"] = "nobody" } },
            ],
        };

        var matches = TokenObserver.Observe([token], null, expectations)[0].Observed.ClaimMatches;

        Assert.That(matches, Is.EquivalentTo(new Dictionary<string, bool> { ["email"] = true, ["groups"] = true, ["level"] = true, ["role"] = true }));
    }

    [Test]
    public async Task The_signature_comes_from_whoever_can_verify()
    {
        var token = TokenCapture.Of(TokenKind.Id, TokenPlace.File, TestTokens.Jwt("{}"), null, null, TestHar.Start);
        var opaque = TokenCapture.Of(TokenKind.Access, TokenPlace.File, "opaque", null, null, TestHar.Start);

        var observed = await TokenObserver.ObserveAsync([token, opaque], null, new(), new Verifier(), CancellationToken.None);

        Assert.That(observed.Select(found => found.Observed.Signature), Is.EqualTo(new[] { SignatureVerdict.UnknownKey, SignatureVerdict.NotChecked }));
        Assert.That(observed[0].Observed.SignatureDetail, Is.EqualTo("key k1"));
    }

    [TestCase(SignatureVerdict.Invalid, "fp_0123456789ab_500", SignatureVerdict.NotChecked)]
    [TestCase(SignatureVerdict.Invalid, "bm90LWEtc2lnbmF0dXJlLWJ1dC1sb25nLWVub3VnaC0wNDYx", SignatureVerdict.Invalid)]
    [TestCase(SignatureVerdict.UnknownKey, "fp_0123456789ab_500", SignatureVerdict.UnknownKey)]
    public async Task A_stand_in_for_a_signature_is_not_a_bad_one(SignatureVerdict verified, string signature, SignatureVerdict observed)
    {
        var jwt = TestTokens.Jwt("{}");
        var token = TokenCapture.Of(TokenKind.Id, TokenPlace.File, jwt[..(jwt.LastIndexOf('.') + 1)] + signature, null, null, TestHar.Start);

        var observation = (await TokenObserver.ObserveAsync([token], null, new(), new Verifier(verified), CancellationToken.None)).Single().Observed;

        Assert.That(observation.Signature, Is.EqualTo(observed));
    }

    private sealed class Verifier(SignatureVerdict verdict = SignatureVerdict.UnknownKey) : ISignatureVerifier
    {
        public ValueTask<SignatureObservation> VerifyAsync(CapturedToken token, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new SignatureObservation(verdict, "key k1"));
    }
}
