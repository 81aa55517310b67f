using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenNonceTests
{
    private const string Check = "claims-jwt-nonce";

    [Test]
    public void The_nonce_of_the_request_passes() => Assert.That(IdTokenEvidence.Received().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Another_nonce_is_the_headline()
    {
        var report = IdTokenEvidence.Received(claims => claims["nonce"] = EvidenceStep.Fp("nonce-2")).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "different")));
            Assert.That(report.Headline?.Evidence, Has.Count.EqualTo(2));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Check }));
        });
    }

    [Test]
    public void A_dropped_nonce_fails() =>
        Assert.That(IdTokenEvidence.Received(claims => claims.Remove("nonce")).Ask(Check) is { Verdict: Verdict.Fail, Reason: "dropped" },
            Is.True);

    [Test]
    public void Without_a_nonce_PKCE_is_enough_in_the_code_flow() =>
        Assert.That(IdTokenEvidence.Received(claims => claims.Remove("nonce")).ChangeAll(WithoutNonce).Ask(Check).Reason,
            Is.EqualTo("unused-with-pkce"));

    [Test]
    public void The_front_channel_requires_a_nonce()
    {
        var result = IdTokenEvidence.InFormPost("code id_token", claims => claims.Remove("nonce")).ChangeAll(WithoutNonce).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "not-sent")));
    }

    [Test]
    public void A_refreshed_token_needs_none()
    {
        var evidence = IdTokenEvidence.Received(claims => claims.Remove("nonce"));
        evidence.Change("token", step => step with { Form = "grant_type=refresh_token&refresh_token=" + EvidenceStep.Fp("refresh") });

        Assert.That(evidence.Ask(Check).Verdict, Is.EqualTo(Verdict.NotApplicable));
    }

    private static EvidenceStep WithoutNonce(EvidenceStep step)
    {
        var nonce = $"&nonce={EvidenceStep.Fp("nonce-1")}";
        return step with
        {
            Url = step.Url.Replace(nonce, "", StringComparison.Ordinal),
            ResponseHeaders = [.. step.ResponseHeaders.Select(header =>
                header with { Value = header.Value.Replace(nonce, "", StringComparison.Ordinal) })],
        };
    }
}
