using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class BrowserConsoleTests
{
    private const string Id = "credentials-browser-console";

    [Test]
    public void A_quiet_browser_passes() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_file_does_not_hold_the_console() => Assert.That(EvidenceBuilder.Har().Ask(Id).Reason, Is.EqualTo("console-not-recorded"));

    [Test]
    public void A_script_error_after_the_password_fails()
    {
        var page = Step("kmsi", "GET", $"{Provider}/u/stay-signed-in?state={EvidenceStep.Fp("idp-1")}", 200,
            "<h1>Stay signed in?</h1><script src=\"/k.js\"></script>");
        var report = EvidenceBuilder.Live()
            .Change("password-post", step => step.Redirect($"/u/stay-signed-in?state={EvidenceStep.Fp("idp-1")}"))
            .EndLoginAt("password-post", page)
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Undecided)
            .Console("kmsi", ConsoleKind.PageError, "ReferenceError: next is not defined", Provider + "/u/stay-signed-in").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "script-error")));
            Assert.That(report.Checks.Single(check => check.Id == "login-prompt-customization-clean").Verdict,
                Is.Not.EqualTo(Verdict.Fail));
            Assert.That(report.Checks.Single(check => check.Id == "credentials-no-error-shown").Verdict, Is.Not.EqualTo(Verdict.Fail));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_blocked_form_post_fails(bool live)
    {
        var builder = Begin(live).Change("password-post", step =>
            (step with { Url = step.Url.Replace("https", "http", StringComparison.Ordinal) }).Fails("mixed-content"))
            .EndLoginAt("password-post").Expect(expected => expected with { Provider = new() { Hosts = ["login.localhost:7000"] } });

        var result = builder.Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "navigation-blocked")));
    }

    [Test]
    public void Errors_before_the_password_and_noise_do_not_count()
    {
        var result = EvidenceBuilder.Live()
            .Console("identifier-page", ConsoleKind.PageError, "TypeError: x", Provider + "/u/login/identifier")
            .Console("password-post", ConsoleKind.Error, "Failed to load resource: the server responded with a status of 404 (Not Found)",
                Provider + "/u/login/password")
            .Console("portal-home", ConsoleKind.PageError, "TypeError: y", Portal + "/protected").Ask(Id);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_refused_password_is_not_its_own() => Assert.That(WrongPassword(live: true).Ask(Id).Verdict, Is.Not.EqualTo(Verdict.Fail));
}
