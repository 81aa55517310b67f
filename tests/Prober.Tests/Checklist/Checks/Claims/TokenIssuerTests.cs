using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenIssuerTests
{
    private const string Check = "claims-jwt-issuer";

    [Test]
    public void The_expected_issuer_passes() => Assert.That(IdTokenEvidence.Received().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase("https://evil.example/", Verdict.Fail, "different")]
    [TestCase("https://tenant.localhost/", Verdict.Fail, "other-host-of-provider")]
    [TestCase("https://login.localhost:7000", Verdict.Warn, "trailing-slash")]
    public void Another_issuer_is_told_apart(string issuer, Verdict verdict, string reason)
    {
        var result = IdTokenEvidence.Received(claims => claims["iss"] = issuer)
            .Change("callback", step => step with { Url = step.Url.Split("&iss=")[0] })
            .Change("resume", step => step.Redirect(HealthyFlow.Callback("portal", "1").Split("&iss=")[0]))
            .Expect(expected => expected with { Provider = expected.Provider with { Hosts = ["tenant.localhost"] } }).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [Test]
    public void A_callback_from_another_issuer_than_the_token_is_a_mix_up() =>
        Assert.That(IdTokenEvidence.Received(claims => claims["iss"] = "https://evil.example/").Ask(Check).Reason,
            Is.EqualTo("callback-issuer"));

    [TestCase("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", Verdict.Pass)]
    [TestCase("https://login.microsoftonline.com/common/v2.0", Verdict.Fail)]
    public void A_tenant_pattern_is_matched(string issuer, Verdict verdict)
    {
        var result = IdTokenEvidence.Received(claims => claims["iss"] = issuer)
            .Change("callback", step => step with { Url = step.Url.Split("&iss=")[0] })
            .Change("resume", step => step.Redirect(HealthyFlow.Callback("portal", "1").Split("&iss=")[0]))
            .Expect(expected => expected with
            {
                Provider = expected.Provider
                with
                { Issuer = "https://login.microsoftonline.com/{tenantid}/v2.0" }
            }).Ask(Check);

        Assert.That(result.Verdict, Is.EqualTo(verdict));
    }
}
