using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

public sealed class CustomizationCleanTests
{
    private const string Id = "login-prompt-customization-clean";

    [Test]
    public void A_login_page_that_works_passes() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void A_blocked_script_without_a_form_fails(bool live)
    {
        var result = FaultEvidence.ScriptBlocked(live).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "script-blocked")));
            Assert.That(result.Remedy, Does.Contain("/assets/login.js"));
        });
    }

    [Test]
    public void A_form_that_is_never_sent_after_a_script_error_fails()
    {
        var result = EvidenceBuilder.Live().EndLoginAt("identifier-page")
            .Console("identifier-page", ConsoleKind.PageError, "TypeError: config is undefined", HealthyFlow.Provider
            + "/u/login/identifier").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "submit-dead")));
    }

    [Test]
    public void A_blocked_analytics_script_is_noise()
    {
        var script = (FaultEvidence.Step("analytics", "GET", "https://www.google-analytics.com/analytics.js", 0, null)
            with
        { ResourceType = "script" }).Fails("net::ERR_BLOCKED_BY_CLIENT");

        Assert.That(EvidenceBuilder.Live().InsertAfter("identifier-page", script).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_missing_script_that_the_form_does_without_is_a_warning()
    {
        var script = FaultEvidence.Step("script", "GET", HealthyFlow.Provider + "/assets/extra.js", 404, "Not Found")
            with
        { ResourceType = "script" };

        Assert.That(EvidenceBuilder.Live().InsertAfter("identifier-page", script).Ask(Id).Reason, Is.EqualTo("non-blocking-error"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_form_that_puts_the_password_into_the_address_fails(bool live)
    {
        var address = $"{HealthyFlow.Provider}/u/login?state={EvidenceStep.Fp("idp-1")}&username=a&password=***";

        var result = FaultEvidence.Begin(live)
            .EndLoginAt("password-page", FaultEvidence.Step("leak", "GET", address, 200, HealthyFlow.PasswordHtml))
            .Remove("identifier-post").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "password-in-address")));
    }

    [Test]
    public void An_outage_is_not_blamed_on_the_page() =>
        Assert.That(FaultEvidence.Unavailable(live: true).Ask(Id).BlockedBy, Is.EqualTo("login-prompt-idp-available"));

    [Test]
    public void Where_the_login_page_of_another_door_works_no_better_the_customization_is_not_to_blame() =>
        Assert.That(FaultEvidence.ScriptBlocked(live: true).Alternate(AlternateOutcome.Unusable).Ask(Id) is { Verdict: Verdict.Pass, Reason: "other-door-too" }, Is.True);
}
