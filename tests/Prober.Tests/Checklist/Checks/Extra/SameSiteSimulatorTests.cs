using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class SameSiteSimulatorTests
{
    private const string Check = "extra-samesite-simulator";
    private const string Correlation = ".AspNetCore.Correlation.abc";

    [Test]
    public void Cookies_that_are_kept_and_sent_pass()
    {
        var result = EvidenceBuilder.Live().Ask(Check);

        Assert.That(result is { Verdict: Verdict.Pass, Reason: "kept" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.Contain("came back"));
    }

    [Test]
    public void A_lax_cookie_that_a_form_post_of_the_provider_leaves_behind_is_named()
    {
        var builder = EvidenceBuilder.Live()
            .Change("portal-login", step => (step with { ResponseHeaders = [] }).Redirect(HealthyFlow.Authorize("portal", "1") + "&response_mode=form_post")
                .Sets($"{Correlation}={FpOf("N")}; path=/signin-oidc; secure; samesite=lax; httponly"))
            .Change("authorize", step => step with { Url = step.Url + "&response_mode=form_post" })
            .Change("resume", step => step with { Status = 200, ResponseHeaders = [], Body = "<form method=post action='/signin-oidc'></form>" })
            .Change("callback", step => (step with
            {
                Method = "POST",
                Url = HealthyFlow.Portal + "/signin-oidc",
                Form = $"code={Fp("code-1")}&state={Fp("state-1")}",
                RequestHeaders = [],
            }).From("cross-site"));
        var result = builder.Ask(Check);

        Assert.That(result is { Verdict: Verdict.Warn, Reason: "withheld-at-callback" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.StartWith(Correlation).And.Contain("SameSite=Lax is not sent with a form post"));
        Assert.That(result.Evidence.Select(pointer => pointer.Entry), Does.Contain(builder.IndexOf("callback")));
    }

    [Test]
    public void A_refused_cookie_is_named_with_its_rule() =>
        Assert.That(EvidenceBuilder.Live()
            .Change("callback", step => step.Sets($"extra={Fp("v")}; samesite=none")).Ask(Check),
            Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Summary").Contains("SameSite=None needs Secure"));

    [Test]
    public void A_frame_without_the_providers_cookie_tells_of_blocked_third_party_cookies() =>
        Assert.That(EvidenceBuilder.Live().InsertAfter("portal-home",
            new EvidenceStep("silent", "GET", HealthyFlow.Authorize("portal", "s") + "&prompt=none", 200)
            {
                ResourceType = "iframe",
                Body = "",
            }.From("cross-site")).Ask(Check).Reason, Is.EqualTo("third-party-cookies"));

    [Test]
    public void An_export_without_cookies_tells_nothing() =>
        Assert.That(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies()).Ask(Check).Reason, Is.EqualTo("cookies-stripped"));

    [Test]
    public void Another_window_has_cookies_of_its_own() =>
        Assert.That(EvidenceBuilder.Live().ChangeAll(step => step.Phase == PhaseName.SecondTab ? step with { Page = "provider-session/page@9" } : step)
            .Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase("_session.sig", "_session.legacy.sig", "kept")]
    [TestCase("_session.sig", "other.sig", "refused")]
    public void A_twin_for_old_browsers_may_be_refused(string cookie, string twin, string reason) =>
        Assert.That(EvidenceBuilder.Live().Change("callback", step => step.Sets($"{cookie}={Fp("v")}; samesite=none").Sets($"{twin}={Fp("v")}; path=/; secure; samesite=lax")).Ask(Check).Reason,
            Is.EqualTo(reason));
}
