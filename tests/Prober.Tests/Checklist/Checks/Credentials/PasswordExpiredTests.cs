using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class PasswordExpiredTests
{
    private const string Id = "credentials-password-expired";
    private const string ChangeHtml =
        "<div class=\"alert\" role=\"alert\">Your password has expired. You need to change your password to continue.</div><form method=\"post\"><input name=\"new-password\" type=\"password\" autocomplete=\"new-password\"></form>";

    [Test]
    public void Accepted_credentials_pass() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void A_forced_change_page_fails_and_is_the_headline(bool live)
    {
        var report = Forced(live).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "expired")));
            Assert.That(report.Checks.Single(check => check.Id == Id).Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(report.Checks.Single(check => check.Id == "credentials-browser-console").Verdict, Is.Not.EqualTo(Verdict.Fail));
            Assert.That(report.Fault, Is.EqualTo(FaultOwner.Account));
        });
    }

    [Test]
    public void A_notice_on_the_way_is_a_warning()
    {
        var notice = Step("notice", "GET", $"{Provider}/u/password-expiry?state={EvidenceStep.Fp("idp-1")}", 200,
            "<p>Your password will expire in 5 days.</p><form method=\"post\"><button>Remind me later</button></form>");

        var result = EvidenceBuilder.Live()
            .Change("password-post", step => step.Redirect($"/u/password-expiry?state={EvidenceStep.Fp("idp-1")}"))
            .InsertAfter("password-post", notice).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "expiring")));
    }

    [Test]
    public void Texts_of_a_translation_table_say_nothing()
    {
        var script = "<script>texts = { expired: 'Your password has expired' }</script>";

        Assert.That(EvidenceBuilder.Har()
            .Change("password-post", step =>
            step.WithoutCookies().Answers(200, HealthyFlow.PasswordHtml + script + "<p role=\"alert\">Wrong password</p>"))
            .EndLoginAt("password-post").Ask(Id).BlockedBy,
            Is.EqualTo("credentials-no-error-shown"));
    }

    [Test]
    public void A_general_error_may_mask_it() =>
        Assert.That(WrongPassword(live: false, 400, "Something went wrong, please try again later").Ask(Id).Reason, Is.EqualTo("masked"));

    private static EvidenceBuilder Forced(bool live)
    {
        var path = $"/account/change-password?state={EvidenceStep.Fp("idp-1")}";
        return Begin(live).Change("resume", step => step.Redirect(path))
            .EndLoginAt("resume", Step("change", "GET", Provider + path, 200, ChangeHtml))
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Interstitial, tab =>
                tab with
                {
                    Url = Provider + "/account/change-password",
                    Errors = ["Your password has expired. You need to change your password to continue."]
                });
    }
}
