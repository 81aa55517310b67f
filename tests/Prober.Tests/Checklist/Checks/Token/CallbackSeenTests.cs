using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using Prober.Tests.Checklist.Permutations;
using static Prober.Tests.Checklist.Checks.FaultEvidence;
using static Prober.Tests.Checklist.EvidenceStep;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Token;

public sealed class CallbackSeenTests
{
    private const string Id = "token-app-callback-seen";

    [TestCase(true)]
    [TestCase(false)]
    public void A_callback_with_a_code_passes(bool live) => Assert.That(Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_recording_that_ends_with_the_page_that_posts_the_answer_says_nothing_of_the_callback()
    {
        var bundle = GoldenFlows.All.Single(flow => flow.Name == "hybrid by form post").Build().Build();
        var page = bundle.Traffic.Value!.Entries.Single(entry => entry.Request.Url.Contains("/authorize/resume", StringComparison.Ordinal)).Index;
        var file = EvidencePermutations.AsFile(bundle);

        (Verdict, string?) Ask(int entries)
        {
            var result = ChecklistRunner.Run(EvidencePermutations.Cut(file, 0, entries)).Checks.Single(check => check.Id == Id);
            return (result.Verdict, result.Reason);
        }

        Assert.That(Ask(page + 1), Is.EqualTo((Verdict.Inconclusive, "login-incomplete")));
        Assert.That(Ask(page + 2), Is.EqualTo((Verdict.Pass, "called")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_callback_handler_that_breaks_fails(bool live)
    {
        var report = Begin(live).Change("callback", step => step.Answers(500, "<h1>Sorry</h1>")).EndLoginAt("callback")
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Error, tab =>
                tab with { Url = Portal + "/signin-oidc", Errors = ["Sorry"], DocumentStatus = 500 }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "http-error")));
            Assert.That(report.Fault, Is.EqualTo(FaultOwner.Application));
            Assert.That(report.Checks.Single(check => check.Id == Id).Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(report.Checks.Single(check => check.Id == "token-returned").BlockedBy, Is.EqualTo(Id));
        });
    }

    [TestCase("An unhandled exception has occurred. System.Exception: failed ---> System.TimeoutException: The session database did not answer.\n   at Store.Open()", "System.TimeoutException: The session database did not answer.")]
    [TestCase("IDX10214: Audience validation failed.", "IDX10214: Audience validation failed.")]
    [TestCase("the session database did not answer", "the session database did not answer")]
    public void The_applications_own_log_names_the_cause(string logged, string quoted)
    {
        var result = EvidenceBuilder.Har().Change("callback", step => step.Answers(500, "<h1>Sorry</h1>"))
            .ApplicationLog("portal", Line("Cache miss", LogSeverity.Warning), Line("Old trouble", seconds: -600), Line(logged)).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "http-error")));
            Assert.That(result.Summary, Does.EndWith($"the application's callback handler failed. The log of portal says: “{quoted}”."));
            Assert.That(result.Remedy, Does.EndWith("Follow the quoted line in portal.log, at 10:00:01 UTC."));
            Assert.That(result.Evidence[^1], Is.EqualTo(EvidencePointer.Log(2, "portal.log", logged)));
        });
    }

    [Test]
    public void A_log_that_knows_no_error_is_not_quoted()
    {
        var result = EvidenceBuilder.Har().Change("callback", step => step.Answers(500, "<h1>Sorry</h1>"))
            .ApplicationLog("portal", Line("IDX10214 seen in a test", LogSeverity.Information)).Ask(Id);

        Assert.That(result.Remedy, Does.StartWith("Read the application's log for"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_login_that_ends_on_a_page_of_the_provider_fails(bool live)
    {
        var result = Begin(live).Change("resume", step => step.Answers(200, "<h1>You are logged in</h1><p>You may close this window.</p>"))
            .EndLoginAt("resume")
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Undecided).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "no-callback")));
    }

    [Test]
    public void A_redirect_that_drops_the_result_is_a_warning()
    {
        var result = EvidenceBuilder.Har().Change("callback", step => step.Redirect(Portal + "/signin-oidc/"))
            .InsertAfter("callback", Step("slash", "GET", Portal + "/signin-oidc/", 302, null).Redirect("/protected")).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "query-dropped")));
    }

    [Test]
    public void Tokens_in_a_fragment_are_read_from_the_redirect_before()
    {
        var request = HealthyFlow.Authorize("portal", "1")
            .Replace("response_type=code", "response_type=id_token%20token", StringComparison.Ordinal);
        var builder = EvidenceBuilder.Har().Change("portal-login", step => step.Redirect(request))
            .Change("authorize", step => step with { Url = request })
            .Change("resume", step => step.Redirect(
                $"{Portal}/signin-oidc#id_token=jwt_{Fp("id")}&access_token={Fp("at")}&state={Fp("state-1")}"))
            .Change("callback", step => step.WithoutCookies()
                with
            { Url = Portal + "/signin-oidc", Status = 200, Body = "<div id=\"app\"></div>", ResponseHeaders = [] });

        Assert.Multiple(() =>
        {
            Assert.That(builder.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(builder.Ask("token-returned").Reason, Is.EqualTo("front-channel"));
        });
    }

    [Test]
    public void A_form_post_is_a_callback()
    {
        var builder = EvidenceBuilder.Har()
            .Change("resume", step => step.Answers(
            200, $"<form method=\"post\" action=\"{Portal}/signin-oidc\"></form><script>document.forms[0].submit()</script>"))
            .Change("callback", step => step
                with
            { Method = "POST", Url = Portal + "/signin-oidc", Form = $"code={Fp("code-1")}&state={Fp("state-1")}" });

        Assert.That(builder.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void An_error_that_nobody_else_owns_fails_here()
    {
        var answer = $"{Portal}/signin-oidc?error=out_of_tea&error_description=User%20cancelled&state={Fp("state-1")}";

        var result = EvidenceBuilder.Har().Change("resume", step => step.Redirect(answer))
            .Change("callback", step => (step with { Url = answer }).Answers(200, "<p>Cancelled</p>")).EndLoginAt("callback").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "error-returned")));
    }

    [Test]
    public void Another_issuer_is_a_warning()
    {
        var other = HealthyFlow.Callback("portal", "1").Replace("login.localhost", "tenant.localhost", StringComparison.Ordinal);

        Assert.That(EvidenceBuilder.Live().Change("resume", step => step.Redirect(other))
            .Change("callback", step => step with { Url = other }).Ask(Id).Reason, Is.EqualTo("issuer-mismatch"));
    }
}
