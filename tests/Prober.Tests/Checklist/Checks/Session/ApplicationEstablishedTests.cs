using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Session;

public sealed class ApplicationEstablishedTests
{
    private const string Id = "session-app-established";

    [TestCase(true)]
    [TestCase(false)]
    public void An_application_page_after_the_callback_passes(bool live) =>
        Assert.That(Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true, "portal.session={0}; path=/; secure; httponly", "cookie-refused")]
    [TestCase(false, "portal.session={0}; path=/; secure; httponly", "cookie-refused")]
    [TestCase(true, ".AspNetCore.Correlation.x=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/", "no-cookie")]
    [TestCase(false, "portal.session={0}; path=/; httponly", "cookie-not-sent")]
    public void A_login_that_goes_round_in_circles_fails_with_its_cause(bool live, string cookie, string reason)
    {
        var report = Loop(live, string.Format(null, cookie, Fp("portal"))).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, reason)));
            Assert.That(report.Checks.Count(check => check.Verdict == Verdict.Fail && check.Class != CheckClass.Mirror), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_cookie_larger_than_browsers_keep_is_named() =>
        Assert.That(Loop(live: true, $"portal.session={FpOf(new string('x', 6000))}; path=/; httponly").Ask(Id), Has.Property("Verdict")
            .EqualTo(Verdict.Fail).And.Property("Reason").EqualTo("cookie-too-large"));

    [Test]
    public void Silent_polling_is_no_loop()
    {
        EvidenceStep Probe(string run) =>
            new EvidenceStep("probe-" + run, "GET", HealthyFlow.Authorize("portal", run) + "&prompt=none",
            302)
            { RequestHeaders = [new("sec-fetch-dest", "iframe")] }
            .Redirect($"{Portal}/signin-oidc?error=login_required&state={Fp("state-" + run)}");

        Assert.That(EvidenceBuilder.Har().InsertAfter("portal-home", Probe("a"), Probe("b"), Probe("c"), Probe("d")).Ask(Id).Verdict,
            Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_page_of_nobody_after_the_callback_fails()
    {
        var builder = EvidenceBuilder.Live().EndLoginAt("portal-home")
            .Change("portal-home", step => step with { Body = "<h1>Portal</h1><a href=\"/login\">Log in</a>" })
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Anonymous, tab => tab with { Url = Portal + "/protected" });

        Assert.That(builder.Ask(Id).Reason, Is.EqualTo("not-signed-in"));
    }

    [Test]
    public void A_strict_cookie_is_a_warning()
    {
        var result = EvidenceBuilder.Live()
            .Change("callback", step => step.WithoutCookies().Sends($".AspNetCore.Correlation.abc={FpOf("N")}")
            .Sets($"{HealthyFlow.PortalCookie}; path=/; secure; samesite=strict; httponly")).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "strict-cookie")));
    }
}
