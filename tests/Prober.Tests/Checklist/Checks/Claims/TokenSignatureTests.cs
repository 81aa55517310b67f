using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenSignatureTests
{
    private const string Check = "claims-jwt-signature";

    [TestCase(SignatureVerdict.Valid, Verdict.Pass, "valid")]
    [TestCase(SignatureVerdict.ValidByTrial, Verdict.Warn, "no-key-id")]
    [TestCase(SignatureVerdict.Invalid, Verdict.Fail, "invalid")]
    [TestCase(SignatureVerdict.UnknownKey, Verdict.Fail, "unknown-key")]
    [TestCase(SignatureVerdict.AlgorithmNone, Verdict.Fail, "alg-none")]
    [TestCase(SignatureVerdict.SymmetricAlgorithm, Verdict.Inconclusive, "symmetric")]
    [TestCase(SignatureVerdict.KeysUnavailable, Verdict.Inconclusive, "keys-unavailable")]
    [TestCase(SignatureVerdict.NotChecked, Verdict.Inconclusive, "not-checked")]
    public void What_was_observed_decides(SignatureVerdict observed, Verdict verdict, string reason)
    {
        var result = IdTokenEvidence.Received(observed: new() { Signature = observed }).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [Test]
    public void A_client_in_the_browser_cannot_hold_a_shared_secret()
    {
        var result = IdTokenEvidence.Received(observed: new() { Signature = SignatureVerdict.SymmetricAlgorithm })
            .Expect(expected => expected with
            {
                Applications =
                [.. expected.Applications.Select(application => application with { Confidential = false })]
            }).Ask(Check);

        Assert.That(result.Reason, Is.EqualTo("symmetric-public-client"));
    }

    [Test]
    public void Keys_that_cannot_be_had_do_not_hide_a_token_that_expired() =>
        Assert.That(IdTokenEvidence.Received(claims =>
            (claims["iat"], claims["exp"]) = (IdTokenEvidence.Now - 900, IdTokenEvidence.Now - 300),
            new() { Signature = SignatureVerdict.KeysUnavailable })
            .Judge().Headline?.Check, Is.EqualTo("claims-jwt-time"));
}
