using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

public sealed class AuthorizeSeenTests
{
    private const string Id = "login-prompt-authorize-seen";

    [Test]
    public void A_well_formed_request_passes() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true, false, Verdict.Fail, "silent-only")]
    [TestCase(false, true, Verdict.Fail, "silent-only")]
    [TestCase(false, false, Verdict.Inconclusive, "login-not-started", Description = "the file ends with the answer: the login may have followed")]
    public void Silent_probes_without_a_login_after_them_fail(bool live, bool goesOn, Verdict verdict, string reason)
    {
        var probe = HealthyFlow.Authorize("portal", "1") + "&prompt=none";
        var answer = $"{Portal}/signin-oidc?error=login_required&state={EvidenceStep.Fp("state-1")}";
        var frame = new EvidenceStep("probe", "GET", probe, 302) { ResourceType = "document", Frame = "frame@2" }.Redirect(answer)
            with
        { RequestHeaders = [new("sec-fetch-dest", "iframe")] };
        var later = Step("later", "GET", Portal + "/", 200, "<h1>Portal</h1>") with { AfterMs = 5000 };

        var result = Begin(live).EndLoginAt("portal", [frame, Step("probe-answer", "GET", answer, 200, "<html></html>") with { Frame = "frame@2" }, .. goesOn ? [later] : Array.Empty<EvidenceStep>()])
            .RemoveTab(TabLook.Prompt).AddTab(PhaseName.Login, TabLook.Prompt, TabState.Anonymous).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_protected_api_that_redirects_a_script_fails(bool live)
    {
        var call = (Step("call", "GET", HealthyFlow.Authorize("portal", "1"), 0, null) with { ResourceType = "fetch" })
            .Fails("net::ERR_FAILED");

        var result = Begin(live).EndLoginAt("portal", call).RemoveTab(TabLook.Prompt)
            .AddTab(PhaseName.Login, TabLook.Prompt, TabState.Anonymous).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "authorize-called-by-xhr")));
    }

    [Test]
    public void An_application_that_answers_an_error_fails()
    {
        var result = EvidenceBuilder.Har().Change("portal", step => step.Answers(500, "boom")).EndLoginAt("portal").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "application-error")));
    }

    [Test]
    public void A_file_in_which_nobody_logs_in_is_inconclusive()
    {
        var result = EvidenceBuilder.Har().EndLoginAt("portal").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "login-not-started")));
    }

    [TestCase("&state=fp_", "no-state-no-pkce")]
    [TestCase("response_type=code", "implicit")]
    public void A_risky_request_is_a_warning(string part, string reason)
    {
        var request = HealthyFlow.Authorize("portal", "1");
        var risky = reason == "implicit" ? request.Replace(part, "response_type=token", StringComparison.Ordinal)
            : string.Join('&', request.Split('&')
                .Where(parameter => !parameter.StartsWith("state=", StringComparison.Ordinal)
                && !parameter.StartsWith("code_challenge", StringComparison.Ordinal)));

        var result = EvidenceBuilder.Har().Change("portal-login", step => step.Redirect(risky))
            .Change("authorize", step => step with { Url = risky }).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, reason)));
    }

    [Test]
    public void Plain_http_is_no_risk_on_the_machine_itself()
    {
        var builder = EvidenceBuilder.Har().ChangeAll(step => step with
        {
            Url = step.Url.Replace("https://portal", "http://portal", StringComparison.Ordinal)
                .Replace("https%3A%2F%2Fportal", "http%3A%2F%2Fportal", StringComparison.Ordinal),
        });

        Assert.That(builder.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));
    }
}
