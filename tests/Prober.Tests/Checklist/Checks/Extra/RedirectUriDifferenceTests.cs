using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class RedirectUriDifferenceTests
{
    private const string Check = "extra-redirect-uri-diff";
    private const string Sent = HealthyFlow.Portal + "/signin-oidc";

    [Test]
    public void A_registered_address_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check), Has.Property("Verdict").EqualTo(Verdict.Pass).And.Property("Reason").EqualTo("same"));

    [TestCase(Sent + "/", "differs", "from character 42 on it lacks \"/\" (trailing-slash)")]
    [TestCase("http://portal.localhost:7001/signin-oidc", "proxy", "from character 5 on it has \"s\" too much (scheme)")]
    [TestCase(HealthyFlow.Portal + "/signin-Oidc", "differs", "\"o\" where \"O\" is registered (path-case)")]
    [TestCase(HealthyFlow.Portal + "/signin%2Doidc", "differs", "(percent-encoding)")]
    [TestCase(Sent + "\u200b", "differs", "\\u200b")]
    public void A_refused_address_is_compared_character_by_character(string registered, string reason, string words)
    {
        var result = Refused(registered).Ask(Check);

        Assert.That(result is { Verdict: Verdict.Warn } && result.Reason == reason, Is.True, result.Summary);
        Assert.That(result.Summary, Does.Contain(words));
    }

    [Test]
    public void What_the_provider_took_is_right_whatever_the_scenario_knows() =>
        Assert.That(Registered(EvidenceBuilder.Live(), Sent + "/").Ask(Check).Reason, Is.EqualTo("accepted"));

    [Test]
    public void Without_a_registration_nothing_can_be_compared() => Assert.That(EvidenceBuilder.Har().Ask(Check).Verdict, Is.EqualTo(Verdict.Inconclusive));

    private static EvidenceBuilder Refused(string registered) => Registered(EvidenceBuilder.Live(), registered).EndLoginAt("portal-login",
        new EvidenceStep("authorize", "GET", HealthyFlow.Authorize("portal", "1"), 400) { Body = "<h1>invalid_request</h1> redirect_uri mismatch" }.From("cross-site"));

    private static EvidenceBuilder Registered(EvidenceBuilder builder, string registered) => builder.Expect(expected => expected with
    {
        Applications = [.. expected.Applications.Select(application => application.Name == "portal" ? application with { CallbackUrls = [registered] } : application)],
    });
}
