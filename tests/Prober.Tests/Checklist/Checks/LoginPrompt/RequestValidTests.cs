using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

public sealed class RequestValidTests
{
    private const string Id = "login-prompt-request-valid";

    [Test]
    public void A_login_page_means_the_request_was_accepted() =>
        Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase("https://portal.localhost:7001/signin-oidc/", "trailing-slash")]
    [TestCase("http://portal.localhost:7001/signin-oidc", "scheme")]
    [TestCase("https://portal.localhost/signin-oidc", "port")]
    [TestCase("https://www.portal.localhost:7001/signin-oidc", "host")]
    [TestCase("https://portal.localhost:7001/Signin-OIDC", "path-case")]
    [TestCase("https://portal.localhost:7001/callback", "path")]
    [TestCase("https://portal.localhost:7001/signin-oidc?tenant=1", "query")]
    [TestCase("https://portal.localhost:7001/signin-oidc", "redirect-uri-not-registered")]
    public void The_difference_of_the_redirect_uri_is_named(string registered, string reason)
    {
        var result = FaultEvidence.RedirectUri(live: true, registered).Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
            Assert.That(result.Remedy, Does.Contain("https://portal.localhost:7001/signin-oidc"));
            Assert.That(result.Evidence.Select(pointer => pointer.Field), Does.Contain("request.query.redirect_uri"));
        });
    }

    // What the vendors write on their error pages.
    [TestCase(403, "<h1>Callback URL mismatch.</h1>The provided redirect_uri is not in the list of allowed callback URLs.",
        "redirect-uri-not-registered")]
    [TestCase(400, "<p class=\"instruction\">Invalid parameter: redirect_uri</p>", "redirect-uri-not-registered")]
    [TestCase(200, "<div>AADSTS50011: The redirect URI 'x' specified in the request does not match the redirect URIs configured.</div>",
        "redirect-uri-not-registered")]
    [TestCase(400,
        "error:invalid_request\nerror_description:The specified 'client_id' is invalid.\nerror_uri:https://documentation.openiddict.com/errors/ID2052", "unknown-client")]
    [TestCase(200, "<h2>Metadata not found</h2> Unable to locate metadata for x <form action=\"/errorreport.php\"><input type=\"email\" name=\"email\"><textarea name=\"text\"></textarea></form>", "unknown-client")]
    [TestCase(200, "<h2>Unhandled exception</h2> Validation of received messages enabled, but no signature found on message.", "refused")]
    [TestCase(400, "<pre><strong>error</strong>: invalid_scope</pre>", "unknown-scope")]
    public void Error_pages_of_several_vendors_are_understood(int status, string page, string reason)
    {
        var result = EvidenceBuilder.Har().Change("authorize", step => step.Answers(status, page)).EndLoginAt("authorize").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
    }

    [TestCase("unsupported_response_type", "response-type-not-allowed")]
    [TestCase("invalid_scope", "unknown-scope")]
    [TestCase("unauthorized_client", "client-not-allowed")]
    public void Errors_at_the_callback_count_as_well(string error, string reason)
    {
        var answer = $"{HealthyFlow.Portal}/signin-oidc?error={error}&state={EvidenceStep.Fp("state-1")}";

        var report = EvidenceBuilder.Har().Change("authorize", step => step.Redirect(answer))
            .EndLoginAt("authorize", FaultEvidence.Step("callback", "GET", answer, 200, "<p>Sorry</p>")).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Reason, Is.EqualTo(reason));
            Assert.That(report.Checks.Single(check => check.Id == "token-app-callback-seen").BlockedBy, Is.EqualTo(Id));
        });
    }

    [Test]
    public void A_connection_error_is_not_its_own() =>
        Assert.That(FaultEvidence.ConnectionDisabled(live: true).Ask(Id).BlockedBy, Is.EqualTo("login-prompt-connection-enabled"));
}
