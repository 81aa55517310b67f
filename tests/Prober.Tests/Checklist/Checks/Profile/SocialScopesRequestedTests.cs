using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class SocialScopesRequestedTests
{
    private const string Id = "profile-social-scopes-requested";

    [Test]
    public void Scopes_that_bring_everything_pass() => Assert.That(FederatedFlow.Begin().Attributes("email", "name").Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void A_missing_scope_is_the_headline(bool live)
    {
        var report = Asking("openid", live).Attributes("email").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "scope-missing")));
            Assert.That(report.Headline?.Summary, Does.Contain("'openid'").And.Contain("email"));
        });
    }

    [Test]
    public void Less_granted_than_asked_for_fails()
    {
        var answer = FederatedFlow.Answer + "&scope=openid";
        Assert.That(FederatedFlow.Begin().Change("upstream-post", step => step.Redirect(answer)).Change("broker-callback", step => step with { Url = answer })
            .Attributes("email").Ask(Id) is { Verdict: Verdict.Fail, Reason: "granted-narrower" }, Is.True);
    }

    [Test]
    public void Developer_keys_are_a_warning() =>
        Assert.That(FederatedFlow.Begin().Connected(connection => connection with { DeveloperKeys = true }).Ask(Id) is { Verdict: Verdict.Warn, Reason: "developer-keys" }, Is.True);

    [Test]
    public void A_local_account_is_no_question() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    private static EvidenceBuilder Asking(string scope, bool live)
    {
        var request = FederatedFlow.Request.Replace("openid%20profile%20email", scope, StringComparison.Ordinal);
        return FederatedFlow.Begin(live).Change("authorize", step => step.Redirect(request)).Change("upstream-request", step => step with { Url = request });
    }

    [TestCase("openid%20profile%20email", Verdict.Pass)]
    [TestCase("openid%20profile%20email%20https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive", Verdict.Warn)]
    public void A_scope_that_brings_nothing_the_login_needs_is_a_warning(string scope, Verdict verdict)
    {
        var result = At("accounts.google.com", scope).Attributes("email").Ask(Id);
        Assert.That(result.Verdict, Is.EqualTo(verdict), result.Summary);
        if (verdict == Verdict.Warn) Assert.That((result.Reason, result.Summary.Contains("auth/drive", StringComparison.Ordinal)), Is.EqualTo(("broader", true)));
    }

    private static EvidenceBuilder At(string host, string scope)
    {
        string Moved(string url) => url.Replace("upstream.localhost:7005", host, StringComparison.Ordinal).Replace("openid%20profile%20email", scope, StringComparison.Ordinal);
        var request = Moved(FederatedFlow.Request);
        return FederatedFlow.Begin().Expect(expected => expected with { Provider = expected.Provider with { UpstreamHosts = [host] } })
            .Change("authorize", step => step.Redirect(request)).Change("upstream-request", step => step with { Url = request })
            .Change("upstream-page", step => step with { Url = Moved(step.Url) }).Change("upstream-post", step => step with { Url = Moved(step.Url) });
    }
}
