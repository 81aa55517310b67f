using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Logout;

public sealed class LogoutRedirectAllowedTests
{
    private const string Check = "logout-redirect-allowed";

    [Test]
    public void A_landing_as_asked_passes() =>
        Assert.That(EvidenceBuilder.Live().Ask(Check) is { Verdict: Verdict.Pass, Reason: "landed" }, Is.True);

    [Test]
    public void A_refused_address_is_the_headline_and_says_what_to_register()
    {
        var report = LogoutEvidence.Refused(EvidenceBuilder.Live()).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "not-allowed")));
            Assert.That(report.Headline?.Remedy, Does.StartWith("Add https://portal.localhost:7001/signed-out to"));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id),
                Is.EqualTo(new[] { "logs-idp-response-error", Check }), "the mirror repeats it");
        });
    }

    [Test]
    public void A_request_that_names_nobody_is_told_apart()
    {
        var evidence = LogoutEvidence.Refused(EvidenceBuilder.Live())
            .Change("end-session", step =>
            step with
            {
                Url =
            $"{HealthyFlow.Provider}/oidc/logout?post_logout_redirect_uri=https%3A%2F%2Fportal.localhost%3A7001%2Fsigned-out"
            });

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Fail, Reason: "missing-hint" }, Is.True);
    }

    [Test]
    public void A_landing_elsewhere_fails()
    {
        var evidence = EvidenceBuilder.Live().Change("end-session", step => step.Redirect("http://localhost:3000/"))
            .Change("signed-out", step => step with { Url = "http://localhost:3000/" });

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Fail, Reason: "landed-elsewhere" }, Is.True);
    }

    [Test]
    public void A_saml_logout_is_answered_at_the_address_that_is_registered()
    {
        var asked = EvidenceBuilder.Live()
            .Change("end-session", step => step with { Url = $"{HealthyFlow.Provider}/samlp/portal/logout?SAMLRequest={EvidenceStep.Fp("logout")}" });

        Assert.That(asked.Ask(Check) is { Verdict: Verdict.Pass, Reason: "landed" }, Is.True);
        Assert.That(asked.Change("end-session", step => step with { ResponseHeaders = [], Status = 200, Body = "You are logged out." }).Remove("signed-out")
            .Ask(Check) is { Verdict: Verdict.Warn, Reason: "provider-page" }, Is.True);
    }

    [Test]
    public void A_logout_that_asks_for_no_address_is_a_warning()
    {
        var evidence = EvidenceBuilder.Live()
            .Change("end-session", step =>
            (step with { Url = $"{HealthyFlow.Provider}/v2/logout?client_id=portal" }).Redirect("http://localhost:3000/"))
            .Change("signed-out", step => step with { Url = "http://localhost:3000/" });

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Warn, Reason: "no-redirect-requested" }, Is.True);
        Assert.That(evidence.Ask("logout-session-ended").Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_page_of_the_provider_that_wants_confirmation_is_a_warning()
    {
        var evidence = EvidenceBuilder.Live()
            .Change("end-session", step =>
            step.Answers(200, "<h1>Do you want to log out?</h1><form method=post><button>Yes</button></form>")).Remove("signed-out");

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Warn, Reason: "provider-page" }, Is.True);
    }

    [Test]
    public void No_logout_is_nothing_to_judge() => Assert.That(EvidenceBuilder.Har().Ask(Check).Reason, Is.EqualTo("no-logout"));
}
