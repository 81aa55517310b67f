using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenDecodesTests
{
    private const string Check = "claims-jwt-decodes";

    [Test]
    public void A_decoded_token_passes() => Assert.That(IdTokenEvidence.Received().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_malformed_token_fails_and_blocks_the_rest_of_the_family()
    {
        var evidence = IdTokenEvidence.Received(token: token =>
            token with { Header = null, Claims = null, DecodeError = "2 parts instead of 3" });
        var report = evidence.Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "malformed")));
            Assert.That(report.Headline?.Summary, Is.EqualTo("The ID token of portal is not a JSON Web Token: 2 parts instead of 3."));
            Assert.That(evidence.Ask("claims-jwt-signature").BlockedBy, Is.EqualTo(Check));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Check }));
        });
    }

    [Test]
    public void A_code_redeemed_between_servers_leaves_nothing_to_judge()
    {
        var report = EvidenceBuilder.Live().Judge();

        Assert.That(report.Checks.Where(check => check.Id.StartsWith("claims-jwt-", StringComparison.Ordinal))
            .Select(check => (check.Verdict, check.Reason)),
            Is.All.EqualTo((Verdict.NotApplicable, "back-channel")));
    }

    [Test]
    public void An_encrypted_token_is_for_the_application_alone() =>
        Assert.That(IdTokenEvidence.Received(token: token =>
            token with { Header = new() { ["enc"] = "A256GCM" }, Claims = null, DecodeError = "5 parts" }).Ask(Check).Reason,
            Is.EqualTo("encrypted"));

    [Test]
    public void A_large_token_is_a_warning() =>
        Assert.That(IdTokenEvidence.Received(token: token => token with { Length = 9_000 }).Ask(Check).Verdict, Is.EqualTo(Verdict.Warn));

    [Test]
    public void An_upstream_providers_token_is_the_brokers_business()
    {
        var evidence = EvidenceBuilder.Live();
        evidence.Change("resume", step =>
            step with
            {
                Url =
            $"{HealthyFlow.Provider}/login/callback?id_token=jwt_{EvidenceStep.Fp("upstream")}&state={EvidenceStep.Fp("idp-1")}"
            });
        evidence.Change("password-post", step =>
            step.Redirect(
            $"{HealthyFlow.Provider}/login/callback?id_token=jwt_{EvidenceStep.Fp("upstream")}&state={EvidenceStep.Fp("idp-1")}"));
        evidence.Token(new CapturedToken
        {
            Kind = TokenKind.Id,
            Place = TokenPlace.CallbackQuery,
            Entry = evidence.IndexOf("resume"),
            SeenAt = DateTimeOffset.UnixEpoch,
            DecodeError = "not ours"
        });

        Assert.That(evidence.Ask(Check).Verdict, Is.Not.EqualTo(Verdict.Fail));
    }
}
