using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.Checks.FaultEvidence;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class TokenInUrlTests
{
    private const string Check = "extra-token-in-url";

    [TestCase(true)]
    [TestCase(false)]
    public void A_login_by_code_passes(bool live) => Assert.That(Begin(live).Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_token_in_the_address_of_an_api_is_a_warning()
    {
        var result = EvidenceBuilder.Har().InsertAfter("portal-home",
            Step("api", "GET", $"https://api.localhost/notes?access_token={Fp("access")}", 200, "[]") with { ResourceType = "fetch" }).Ask(Check);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "token-in-query")));
            Assert.That(result.Summary, Is.EqualTo("A request to https://api.localhost/notes has the access_token in its address."));
        });
    }

    [TestCase("https://counter.example/hit", "told-by-referer")]
    [TestCase(Portal + "/app.js", "kept-out")]
    public void A_code_in_the_referer_is_one_for_other_sites_alone(string url, string reason)
    {
        var script = Step("script", "GET", url, 200, "") with { ResourceType = "script", RequestHeaders = [new("referer", HealthyFlow.Callback("portal", "1"))] };

        Assert.That(EvidenceBuilder.Har().InsertAfter("portal-home", script).Ask(Check).Reason, Is.EqualTo(reason));
    }

    [TestCase("id_token_hint")]
    [TestCase("token")]
    public void Other_parameters_are_left_alone(string name)
    {
        var result = EvidenceBuilder.Har().InsertAfter("portal-home", Step("other", "GET", $"{Portal}/bye?{name}={Fp("x")}", 200, "")).Ask(Check);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void Without_a_login_it_does_not_apply() =>
        Assert.That(EvidenceBuilder.Har().EndLoginAt("portal").Ask(Check).Verdict, Is.EqualTo(Verdict.NotApplicable));
}
