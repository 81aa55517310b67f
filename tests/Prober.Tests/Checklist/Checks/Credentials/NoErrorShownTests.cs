using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class NoErrorShownTests
{
    private const string Id = "credentials-no-error-shown";

    [TestCase(true)]
    [TestCase(false)]
    public void Accepted_credentials_pass(bool live) => Assert.That(Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true, 400)]
    [TestCase(true, 200)]
    [TestCase(false, 400)]
    [TestCase(false, 401)]
    [TestCase(false, 200)]
    public void A_login_form_that_comes_back_with_an_error_fails(bool live, int status)
    {
        var result = WrongPassword(live, status).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "wrong-password")));
            Assert.That(result.Summary, Does.Contain("Wrong email or password"));
        });
    }

    [TestCase("Your account has been blocked after multiple consecutive login attempts.", "lockout")]
    [TestCase("The user is blocked.", "blocked-by-admin")]
    [TestCase("Solve the challenge question to verify you are not a robot.", "bot-challenge")]
    [TestCase("This did not work out.", "error-shown")]
    public void The_text_names_the_family(string text, string reason) =>
        Assert.That(WrongPassword(live: false, 403, text).Ask(Id).Reason, Is.EqualTo(reason));

    [Test]
    public void A_script_login_that_is_refused_fails()
    {
        var call = (Step("password-call", "POST", Provider + "/usernamepassword/login", 401, """{"name":"ValidationError","description":"Wrong email or password."}""") with { ResourceType = "xhr", Json = """{"username":"a","password":"***"}""", MimeType = "application/json" });

        var report = EvidenceBuilder.Har().EndLoginAt("password-page", call).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "wrong-password")));
            Assert.That(report.Checks.Count(check => check.Verdict == Verdict.Fail && check.Class != CheckClass.Mirror), Is.EqualTo(1));
        });
    }

    [Test]
    public void Error_texts_that_wait_hidden_in_the_page_do_not_count()
    {
        var hidden = HealthyFlow.PasswordHtml
            + "<div class=\"alert\" role=\"alert\" hidden>Wrong email or password</div><p class=\"alert-error\" style=\"display:none\">Your account has been blocked.</p>";

        var result = EvidenceBuilder.Har().Change("identifier-post", step => step.Answers(200, hidden)).Remove("password-page").Ask(Id);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_form_that_comes_back_without_a_word_is_inconclusive()
    {
        var result = EvidenceBuilder.Har().Change("password-post", step => step.WithoutCookies().Answers(200, HealthyFlow.PasswordHtml))
            .EndLoginAt("password-post").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "form-again")));
    }

    [Test]
    public void A_lost_login_session_belongs_to_its_cookie()
    {
        var builder = EvidenceBuilder.Har()
            .Change("password-post", step =>
            step.WithoutCookies().Answers(400, ErrorHtml("invalid_request", "We couldn't find your session. Please go back.")))
            .EndLoginAt("password-post");

        Assert.Multiple(() =>
        {
            Assert.That(builder.Ask(Id).BlockedBy, Is.EqualTo("session-cookie-established"));
            Assert.That(builder.Judge().Headline?.Reason, Is.EqualTo("transaction-cookie-lost"));
        });
    }

    [Test]
    public void A_notice_of_expiry_is_a_warning()
    {
        var result = EvidenceBuilder.Live()
            .ChangeTab(TabLook.AfterCredentials, tab => tab with { Notices = ["expiry: Your password expires in 5 days"] })
            .ChangeTab(TabLook.AfterCredentials, tab => tab with { Notices = ["Your password expires soon"] }).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "notice")));
    }

    /// <summary>What LemonLDAP::NG and SimpleSAMLphp send after a wrong password: a number for a script, a text beside a picture.</summary>
    [TestCase("<!-- <div class=\"alert alert-danger\">DEVELOPMENT PORTAL</div> --><div class=\"message message-negative alert\"><span trmsg=\"5\"></span></div>", "trmsg-5")]
    [TestCase("<div style=\"background: #f5f5f5\">\n<img src=\"x.png\" class=\"float-l erroricon\"/><h2>Error</h2><p>Incorrect username or password</p></div>", "Incorrect username or password")]
    public void A_wrong_password_is_classified_whatever_the_vendors_page(string error, string said)
    {
        var builder = EvidenceBuilder.Har().Change("password-post", step => step.WithoutCookies().Answers(200, error + HealthyFlow.PasswordHtml)).EndLoginAt("password-post");

        Assert.Multiple(() =>
        {
            Assert.That(builder.Ask(Id).Summary, Does.Contain(said));
            Assert.That(builder.Ask("credentials-error-classified").Reason, Is.EqualTo("wrong-password"));
        });
    }

    [Test]
    public void A_numbered_notice_on_a_form_that_comes_back_is_no_refusal()
    {
        var result = EvidenceBuilder.Har().Change("password-post", step => step.WithoutCookies().Answers(200, "<span trmsg=\"9\"></span>" + HealthyFlow.PasswordHtml))
            .EndLoginAt("password-post").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "form-again")));
    }
}
