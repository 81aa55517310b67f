using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class AuthenticationContextTests
{
    private const string Check = "claims-jwt-auth-context";

    [Test]
    public void Nothing_asked_is_nothing_to_judge() =>
        Assert.That(IdTokenEvidence.Received().Ask(Check).Reason, Is.EqualTo("nothing-asked"));

    [TestCase(100L, Verdict.Pass, "as-asked")]
    [TestCase(3600L, Verdict.Fail, "too-old")]
    public void The_age_of_the_login_is_held_against_max_age(long age, Verdict verdict, string reason)
    {
        var result = Asking("max_age=300", claims => claims["auth_time"] = IdTokenEvidence.Now - age).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [Test]
    public void A_token_that_hides_the_time_of_the_login_fails() =>
        Assert.That(Asking("max_age=300", _ => { }).Ask(Check) is { Verdict: Verdict.Fail, Reason: "auth-time-missing" }, Is.True);

    [Test]
    public void Expected_methods_must_have_been_used()
    {
        var evidence = IdTokenEvidence.Received(claims => claims["amr"] = new JsonArray("pwd"))
            .Expect(expected => expected with { Amr = ["pwd", "mfa"] });

        Assert.That(evidence.Ask(Check).Reason, Is.EqualTo("amr-not-met"));
    }

    [Test]
    public void A_class_that_is_essential_must_be_met_and_a_wished_one_should()
    {
        var essential = Asking("claims=" + Uri.EscapeDataString("""{"id_token":{"acr":{"essential":true,"values":["high"]}}}"""), claims => claims["acr"] = "low");
        var wished = Asking("acr_values=high", claims => claims["acr"] = "low");

        Assert.That((essential.Ask(Check).Reason, wished.Ask(Check).Verdict), Is.EqualTo(("acr-not-met", Verdict.Warn)));
    }

    [Test]
    public void An_organization_that_was_asked_for_must_be_in_the_token()
    {
        var other = Asking("organization=org_1", claims => claims["org_id"] = "org_2");
        var hidden = Asking("organization=org_1", claims => claims["org_id"] = EvidenceStep.Fp("org_1"));

        Assert.That((other.Ask(Check).Reason, hidden.Ask(Check).Verdict), Is.EqualTo(("organization", Verdict.Pass)));
    }

    private static EvidenceBuilder Asking(string parameter, Action<JsonObject> change)
    {
        var plain = HealthyFlow.Authorize("portal", "1");
        return IdTokenEvidence.Received(change)
            .Change("authorize", step => step with { Url = $"{plain}&{parameter}" })
            .Change("portal-login", step => step.Redirect($"{plain}&{parameter}"));
    }
}
