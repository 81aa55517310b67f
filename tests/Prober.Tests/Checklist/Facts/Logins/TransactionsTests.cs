using NUnit.Framework;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using static Prober.Tests.Checklist.Checks.FaultEvidence;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Facts.Logins;

public sealed class TransactionsTests
{
    [Test]
    public void A_provider_that_calls_its_authorization_endpoint_again_after_the_login_makes_one_login()
    {
        var request = HealthyFlow.Authorize("portal", "1").Replace("/authorize", "/connect/authorize", StringComparison.Ordinal);
        var login = $"{Provider}/Account/Login?ReturnUrl={Uri.EscapeDataString(new Uri(request).PathAndQuery)}";

        var facts = EvidenceBuilder.Har().Change("portal-login", step => step.Redirect(request)).EndLoginAt("portal-login",
            Step("authorize", "GET", request, 302, null).Redirect(login),
            Step("page", "GET", login, 200, HealthyFlow.PasswordHtml),
            (Step("post", "POST", login, 302, null) with { Form = "Username=a&Password=***" }).Redirect(request)
                .Sets($".AspNetCore.Identity.Application={Fp("s")}; path=/; secure; httponly"),
            Step("again", "GET", request, 302, null).Redirect(HealthyFlow.Callback("portal", "1"))
                .Sends($".AspNetCore.Identity.Application={Fp("s")}"),
            Step("callback", "GET", HealthyFlow.Callback("portal", "1"), 302, null).Redirect("/protected"),
            Step("home", "GET", $"{Portal}/protected", 200, "Welcome")).Read().Facts;

        Assert.Multiple(() =>
        {
            var transaction = facts.Transactions.Single();
            Assert.That((transaction.WasPrompted, transaction.Succeeded, transaction.Chain.Count), Is.EqualTo((true, true, 5)));
            Assert.That(transaction.CredentialPost, Is.Not.Null);
        });
    }

    [Test]
    public void A_login_at_an_upstream_provider_is_nested_in_the_brokers()
    {
        var upstream = "https://corp.example/oauth2/authorize?client_id=broker&response_type=code&redirect_uri="
            + Uri.EscapeDataString(Provider + "/login/callback") + "&state=" + Fp("up");
        var back = $"{Provider}/login/callback?code={Fp("up-code")}&state={Fp("up")}";

        var facts = EvidenceBuilder.Har().Change("authorize", step => step.Redirect(upstream)).EndLoginAt("authorize",
            Step("upstream", "GET", upstream, 200, HealthyFlow.PasswordHtml),
            (Step("upstream-post", "POST", "https://corp.example/login", 302, null) with { Form = "user=a&password=***" }).Redirect(back),
            Step("broker", "GET", back, 302, null).Redirect(HealthyFlow.Callback("portal", "1")),
            Step("callback", "GET", HealthyFlow.Callback("portal", "1"), 302, null).Redirect("/protected"),
            Step("home", "GET", $"{Portal}/protected", 200, "Welcome")).Read().Facts;

        Assert.Multiple(() =>
        {
            var (outer, inner) = (facts.Transactions[0], facts.Transactions[1]);
            Assert.That((outer.IsUpstream, outer.Succeeded, outer.WasPrompted), Is.EqualTo((false, true, true)));
            Assert.That((inner.IsUpstream, inner.Succeeded), Is.EqualTo((true, true)));
            Assert.That(facts.UpstreamHosts, Is.EquivalentTo(new[] { "corp.example" }));
            Assert.That(facts.Roles.Contains(EndpointRole.BrokerCallback));
            Assert.That(facts.Interactive.Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public void An_assertion_posted_to_the_application_answers_its_request()
    {
        var request = $"{Provider}/samlp/ledger?SAMLRequest={Fp("request")}&RelayState={Fp("relay")}";

        var facts = EvidenceBuilder.Har().Change("portal-login", step => step.Redirect(request)).EndLoginAt("portal-login",
            Step("request", "GET", request, 302, null).Redirect($"{Provider}/u/login?state={Fp("idp")}"),
            Step("page", "GET", $"{Provider}/u/login?state={Fp("idp")}", 200, HealthyFlow.PasswordHtml),
            (Step("post", "POST", $"{Provider}/u/login?state={Fp("idp")}", 302, null) with { Form = "username=a&password=***" })
                .Redirect($"{Provider}/authorize/resume?state={Fp("idp")}"),
            Step("resume", "GET", $"{Provider}/authorize/resume?state={Fp("idp")}", 200, "<form method=post></form>"),
            (Step("acs", "POST", $"{Portal}/saml/acs", 302, null) with { Form = $"SAMLResponse={Fp("response")}&RelayState={Fp("relay")}" })
                .Redirect("/protected"),
            Step("home", "GET", $"{Portal}/protected", 200, "Welcome")).Read().Facts;

        var transaction = facts.Transactions.Single();
        Assert.That((transaction.Succeeded, transaction.WasPrompted, transaction.CallbackKind), Is.EqualTo((true, true, CallbackKind.FormPost)));
    }

    [Test]
    public void An_upstream_providers_answer_is_no_outage_of_the_broker_that_passes_it_on()
    {
        var upstream = "https://corp.example/oauth2/authorize?client_id=broker&response_type=code&redirect_uri="
            + Uri.EscapeDataString(Provider + "/login/callback") + "&state=" + Fp("up");
        var back = $"{Provider}/login/callback?error=server_error&state={Fp("up")}";
        var failed = $"{Portal}/signin-oidc?error=server_error&state={Fp("state-1")}";

        var facts = EvidenceBuilder.Har().Change("authorize", step => step.Redirect(upstream)).EndLoginAt("authorize",
            Step("upstream", "GET", upstream, 200, HealthyFlow.PasswordHtml),
            (Step("upstream-post", "POST", "https://corp.example/login", 302, null) with { Form = "user=a&password=***" }).Redirect(back),
            Step("broker", "GET", back, 302, null).Redirect(failed),
            Step("callback", "GET", failed, 500, "We could not sign you in")).Read().Facts;

        Assert.That(facts.Errors.Select(error => error.Owner), Is.EqualTo(new[] { "logs-idp-response-error", "logs-idp-response-error" }));
    }

    [Test]
    public void A_silent_probe_in_a_frame_is_a_login_of_nobody()
    {
        var probe = HealthyFlow.Authorize("portal", "s") + "&prompt=none&response_mode=web_message";
        var frame = Step("probe", "GET", probe, 200, "<script>parent.postMessage({\"error\":\"login_required\"})</script>")
            with
        { RequestHeaders = [new("sec-fetch-dest", "iframe")] };

        var facts = EvidenceBuilder.Har().InsertAfter("portal-home", frame).Read().Facts;

        Assert.Multiple(() =>
        {
            Assert.That((facts.Transactions[1].IsSilent, facts.Transactions[1].CallbackKind, facts.Transactions[1].Error),
                Is.EqualTo((true, CallbackKind.WebMessage, "login_required")));
            Assert.That(facts.Errors.Single().Owner, Is.Null);
        });
    }

    [Test]
    public void Clicks_and_forms_between_the_rounds_are_no_loop()
    {
        var steps = Enumerable.Range(20, 4).SelectMany(round => new[]
        {
            Step($"p{round}", "GET", $"{Portal}/protected", 302, null).Redirect(HealthyFlow.Authorize("portal", $"{round}"))
                with { RequestHeaders = [new("sec-fetch-user", "?1")] },
            Step($"a{round}", "GET", HealthyFlow.Authorize("portal", $"{round}"), 302, null)
                .Redirect(HealthyFlow.Callback("portal", $"{round}")),
            Step($"c{round}", "GET", HealthyFlow.Callback("portal", $"{round}"), 302, null).Redirect("/welcome"),
            Step($"w{round}", "GET", $"{Portal}/welcome", 200, "Welcome"),
        }).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(EvidenceBuilder.Har().InsertAfter("portal-home", steps).Read().Facts.Loops, Is.Empty);
            Assert.That(EvidenceBuilder.Har().InsertAfter("portal-home", [.. steps.Select(step => step with { RequestHeaders = [] })])
                .Read().Facts.Loops, Has.Count.EqualTo(1));
        });
    }
}
