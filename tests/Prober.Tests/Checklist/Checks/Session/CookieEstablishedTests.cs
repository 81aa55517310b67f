using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.Checks.FaultEvidence;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Session;

public sealed class CookieEstablishedTests
{
    private const string Id = "session-cookie-established";

    [TestCase(true)]
    [TestCase(false)]
    public void A_cookie_that_comes_back_passes(bool live) => Assert.That(Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void A_cookie_never_offered_fails_when_the_provider_asks_again(bool live)
    {
        var result = NoProviderSession(live, step => step.WithoutCookies()).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "never-offered")));
    }

    [Test]
    public void Behind_an_upstream_provider_it_is_the_session_of_the_provider_that_the_application_asked()
    {
        var healthy = FederatedFlow.Begin();
        var broken = FederatedFlow.Begin()
            .ChangeAll(step => step.Url.StartsWith(HealthyFlow.Provider, StringComparison.Ordinal) ? step.WithoutCookies() : step)
            .Change("provider-only-authorize", step => step.Redirect("/u/login/identifier?state=" + Fp("idp-2")))
            .InsertAfter("provider-only-authorize", new EvidenceStep("asked-again", "GET", $"{HealthyFlow.Provider}/u/login/identifier?state={Fp("idp-2")}", 200)
            { Page = "page@3", Body = HealthyFlow.LoginHtml }.From("cross-site"));

        Assert.Multiple(() =>
        {
            Assert.That((healthy.Ask(Id).Verdict, healthy.Ask(Id).Reason), Is.EqualTo((Verdict.Pass, "established")));
            Assert.That((broken.Ask(Id).Verdict, broken.Ask(Id).Reason), Is.EqualTo((Verdict.Fail, "never-offered")));
            Assert.That(broken.Ask(Id).Summary, Does.StartWith("login.localhost:7000 set no session cookie"));
        });
    }

    [TestCase("auth0={0}; path=/; samesite=none; httponly", "samesite-none-without-secure")]
    [TestCase("__Host-auth0={0}; path=/; domain=login.localhost; secure; httponly", "prefix-rules")]
    [TestCase("auth0={0}; path=/; domain=other.example; secure; httponly", "domain-mismatch")]
    [TestCase("auth0={0}; path=/; domain=localhost; secure; httponly", "public-suffix")]
    public void A_cookie_that_browsers_refuse_fails_with_the_rule(string cookie, string reason)
    {
        // The provider's kind is not told here, so that any name may be the session's.
        var builder = NoProviderSession(live: false, step => step.WithoutCookies().Sets(string.Format(null, cookie, Fp("session"))))
            .Change("resume", step => step.WithoutCookies().Sends("did=" + Fp("did")));

        var result = builder.Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
    }

    [TestCase("sess={0}; path=/; samesite=none; httponly", "samesite-none-without-secure")]
    [TestCase("sess={0}; path=/; httponly", "transaction-cookie-lost")]
    public void A_provider_that_misses_its_cookie_before_the_prompt_is_told_why(string cookie, string reason)
    {
        var report = EvidenceBuilder.Har()
            .Change("authorize", step => step.WithoutCookies().Sets(string.Format(null, cookie, Fp("session"))).Answers(200, "<h2>Missing cookie</h2><p>You appear to have disabled cookies in your browser.</p>"))
            .EndLoginAt("authorize").Judge();

        Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, reason)));
    }

    [TestCase("auth0", "auth0_compat", "auth0")]
    [TestCase("_session", "_session.legacy", "oidc-provider")]
    public void A_refused_cookie_with_a_twin_that_came_back_passes(string refused, string twin, string kind)
    {
        var builder = EvidenceBuilder.Har().Expect(expected => expected with { Provider = expected.Provider with { Kind = kind } })
            .Change("password-post", step => step.WithoutCookies()
                .Sets($"{refused}={Fp("session")}; path=/; samesite=none; httponly").Sets($"{twin}={Fp("session")}; path=/; secure; httponly"))
            .Change("resume", step => step.WithoutCookies().Sends($"{twin}={Fp("session")}"));

        var result = builder.Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Pass, "established")));
    }

    [Test]
    public void A_cookie_over_four_kilobytes_is_measured_by_its_real_length()
    {
        var builder = NoProviderSession(live: false, step =>
            step.WithoutCookies().Sets($"auth0={FpOf(new string('x', 5000))}; path=/; secure; httponly"))
            .Change("resume", step => step.WithoutCookies().Sends("did=" + Fp("did")));

        Assert.That(builder.Ask(Id).Reason, Is.EqualTo("too-large"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_cookie_that_is_deleted_as_the_login_ends_fails(bool live)
    {
        var builder = NoProviderSession(live, step => step)
            .Change("resume", step => step.Sets("auth0=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/")
            .Sets("auth0_compat=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/"));

        var report = builder.Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "deleted")));
            Assert.That(report.Checks.Single(check => check.Id == "session-app-established").Verdict, Is.Not.EqualTo(Verdict.Fail));
        });
    }

    [Test]
    public void A_cookie_without_secure_on_the_machine_itself_is_no_refusal()
    {
        var builder = EvidenceBuilder.Har()
            .ChangeAll(step => step with { Url = step.Url.Replace("https://login", "http://login", StringComparison.Ordinal) });

        Assert.That(builder.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void Readable_by_scripts_is_a_warning()
    {
        var result = EvidenceBuilder.Har()
            .Change("password-post", step => step.WithoutCookies().Sets($"auth0={Fp("session")}; path=/; secure; samesite=none")).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "not-httponly")));
    }

    [Test]
    public void A_cookie_that_pages_get_and_hidden_frames_do_not_is_a_warning()
    {
        var result = SilentRequest("login_required", framed: step => step.WithoutCookies()).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "third-party-cookies")));
            Assert.That(result.Summary, Does.Contain("kept it from a hidden frame").And.Contain("login_required"));
        });
    }

    [TestCase("login_required", true)]
    [TestCase("consent_required", false)]
    public void A_silent_request_that_fails_for_another_reason_blames_no_cookie(string error, bool cookieSent) =>
        Assert.That(SilentRequest(error, step => cookieSent ? step : step.WithoutCookies()).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    /// <summary>After the login a frame asks silently and is refused; then the same tab asks visibly, with the cookie.</summary>
    private static EvidenceBuilder SilentRequest(string error, Func<EvidenceStep, EvidenceStep> framed)
    {
        var silent = HealthyFlow.Authorize("portal", "8") + "&prompt=none";
        var answer = $"{Portal}/signin-oidc?error={error}&state={Fp("state-8")}";
        return EvidenceBuilder.Har().InsertAfter("portal-home",
            framed(new EvidenceStep("silent", "GET", silent, 302) { ResourceType = "iframe", Frame = "frame@1" }.Sends(HealthyFlow.ProviderCookies)).Redirect(answer).From("cross-site"),
            new EvidenceStep("silent-answer", "GET", answer, 200) { ResourceType = "iframe", Frame = "frame@1", Body = "<script></script>" },
            Step("visible", "GET", HealthyFlow.Authorize("portal", "9"), 302, null).Sends(HealthyFlow.ProviderCookies).Redirect(HealthyFlow.Callback("portal", "9")).From("cross-site"),
            Step("visible-answer", "GET", HealthyFlow.Callback("portal", "9"), 302, null).Redirect("/protected"),
            Step("visible-home", "GET", Portal + "/protected", 200, "<h1>Welcome</h1>"));
    }

    [Test]
    public void A_file_without_cookies_is_inconclusive() =>
        Assert.That(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies()).Ask(Id).Reason, Is.EqualTo("cookies-stripped"));
}
