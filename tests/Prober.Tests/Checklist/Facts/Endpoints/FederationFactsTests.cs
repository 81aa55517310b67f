using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Expected;
using Prober.Tests.Evidence.Saml;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Facts.Endpoints;

/// <summary>What SAML and WS-Federation traffic means: who asks whom, what answers what.</summary>
public sealed class FederationFactsTests
{
    private const string Portal = HealthyFlow.Portal;
    private const string Provider = HealthyFlow.Provider;

    [Test]
    public void What_a_SAML_request_asks_is_read_as_its_parameters()
    {
        var login = new EvidenceReader(new SamlFlow { RequestExtras = " ForceAuthn=\"true\"" }.Build()).Facts.Transactions.Single();

        Assert.Multiple(() =>
        {
            Assert.That((login.Protocol, login.Succeeded, login.WasPrompted, login.IsUnsolicited), Is.EqualTo((LoginProtocol.Saml, true, true, false)));
            Assert.That((login.ClientId, login.Application, login.RedirectUri), Is.EqualTo((SignedResponse.Service, "portal", SignedResponse.Consumer)));
            Assert.That((login.Parameters["ID"], login.Parameters["ForceAuthn"]), Is.EqualTo((SignedResponse.RequestId, "true")));
            Assert.That((login.State, login.AnsweredState), Is.EqualTo((Fp("relay"), Fp("relay"))));
        });
    }

    [Test]
    public void A_passive_request_is_silent()
    {
        var facts = new EvidenceReader(new SamlFlow
        {
            RequestExtras = " IsPassive=\"true\"",
            Response = new() { Status = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/></samlp:StatusCode>""" },
        }.Build()).Facts;

        Assert.That((facts.Transactions.Single().IsSilent, facts.Transactions.Single().Error, facts.Errors.Single().Owner), Is.EqualTo((true, "NoPassive", (string?)null)));
    }

    [Test]
    public void A_WS_Federation_login_is_one_transaction_and_its_application_no_provider()
    {
        var facts = new EvidenceReader(new WsFederationFlow().Build()).Facts;

        var login = facts.Transactions.Single();
        Assert.Multiple(() =>
        {
            Assert.That((login.Protocol, login.Succeeded, login.Application, login.ClientId), Is.EqualTo((LoginProtocol.WsFederation, true, "portal", "urn:example:portal")));
            Assert.That(facts.ProviderHosts, Is.EqualTo(new[] { "login.localhost:7000" }));
            Assert.That(facts.RoleOf(login.Callback!), Is.EqualTo(EndpointRole.ApplicationCallback));
        });
    }

    [Test]
    public void An_answer_that_nobody_asked_for_begins_at_the_providers_page()
    {
        var login = new EvidenceReader(new SamlFlow { IsUnsolicited = true, Response = new() { InResponseTo = null }, Expect = _ => new Expectations() }.Build()).Facts.Transactions.Single();

        Assert.That((login.IsUnsolicited, login.Succeeded, login.WasPrompted, login.ClientId), Is.EqualTo((true, true, true, SignedResponse.Service)));
        Assert.That(login.Authorization.Request.Url, Does.StartWith($"{Provider}/u/login"));
    }

    [Test]
    public void Logins_and_logouts_at_one_address_are_told_apart()
    {
        var logout = $"{Provider}/realms/r/protocol/saml?SAMLRequest=" + SamlFlow.Deflated("""<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l1"/>""");
        var answer = $"{Portal}/saml/single?SAMLResponse=" + SamlFlow.Deflated("""<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l2" InResponseTo="_l1"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>""");

        var facts = new EvidenceReader(new SamlFlow
        {
            Change = steps =>
            [
                .. steps,
                new EvidenceStep("app-logout", "GET", $"{Portal}/logout", 302).Redirect(logout),
                new EvidenceStep("slo", "GET", logout, 302).Redirect(answer),
                new EvidenceStep("slo-answer", "GET", answer, 302).Redirect("/signed-out"),
                new EvidenceStep("signed-out", "GET", $"{Portal}/signed-out", 200) { Body = "<h1>Signed out</h1>" },
            ],
        }.Build()).Facts;

        Assert.Multiple(() =>
        {
            Assert.That(facts.Transactions, Has.Count.EqualTo(1));
            Assert.That(facts.Logout!.ProviderRequest!.Request.Url, Is.EqualTo(logout));
            Assert.That(facts.Logout.Answers.Single().Status!.IsSuccess, Is.True);
            Assert.That(facts.Logout.Landing!.Request.Url, Is.EqualTo($"{Portal}/signed-out"));
        });
    }

    [Test]
    public void One_address_for_requests_and_login_page_holds_both()
    {
        var request = $"{Provider}/adfs/ls/?wa=wsignin1.0&wtrealm={Uri.EscapeDataString("urn:example:portal")}&wctx={Fp("context")}";
        var facts = EvidenceBuilder.Har().Change("portal-login", step => step.Redirect(request)).EndLoginAt("portal-login",
            new EvidenceStep("page", "GET", request, 200) { Body = HealthyFlow.PasswordHtml },
            new EvidenceStep("post", "POST", request, 200) { Form = "UserName=a&Password=***", Body = "<form method=post><input type=hidden name=wresult></form>" },
            new EvidenceStep("reply", "POST", $"{Portal}/", 200) { Form = $"wa=wsignin1.0&wresult={Uri.EscapeDataString(new WsFederationFlow().Token())}&wctx={Fp("context")}", Body = "Welcome" }).Read().Facts;

        var login = facts.Transactions.Single();
        Assert.That((login.WasPrompted, login.Succeeded, login.CredentialPost is not null), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void Two_hops_are_two_transactions_one_inside_the_other()
    {
        const string Upstream = "https://corp.example/saml2/sso?SAMLRequest=";
        var broker = $"{Provider}/login/callback?connection=corp";
        var request = Upstream + SamlFlow.Deflated($"""<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_up1" AssertionConsumerServiceURL="{broker}"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">urn:auth0:tenant:corp</Issuer></samlp:AuthnRequest>""") + $"&RelayState={Fp("up")}";

        var facts = EvidenceBuilder.Har().Change("authorize", step => step.Redirect(request)).EndLoginAt("authorize",
            new EvidenceStep("upstream", "GET", request, 200) { Body = HealthyFlow.PasswordHtml },
            new EvidenceStep("upstream-post", "POST", "https://corp.example/saml2/login", 200) { Form = "user=a&password=***", Body = "<form method=post><input type=hidden name=SAMLResponse></form>" },
            new EvidenceStep("broker", "POST", broker, 302) { Form = $"SAMLResponse={Uri.EscapeDataString(new SignedResponse { InResponseTo = "_up1", Destination = broker, Recipient = broker }.Base64())}&RelayState={Fp("up")}" }
                .Redirect(HealthyFlow.Callback("portal", "1")),
            new EvidenceStep("callback", "GET", HealthyFlow.Callback("portal", "1"), 302).Redirect("/protected"),
            new EvidenceStep("home", "GET", $"{Portal}/protected", 200) { Body = "Welcome" }).Read().Facts;

        Assert.Multiple(() =>
        {
            Assert.That(facts.Transactions.Select(login => (login.IsUpstream, login.Succeeded, login.Protocol)),
                Is.EqualTo(new[] { (false, true, LoginProtocol.OpenIdConnect), (true, true, LoginProtocol.Saml) }));
            Assert.That(facts.UpstreamHosts, Is.EqualTo(new[] { "corp.example" }));
            Assert.That(facts.RoleOf(facts.Transactions[1].Callback!), Is.EqualTo(EndpointRole.BrokerCallback));
        });
    }

    [Test]
    public void A_login_form_that_posts_a_JWT_as_wresult_is_no_federation()
    {
        var report = EvidenceBuilder.Har().InsertAfter("authorize",
            new EvidenceStep("classic", "POST", $"{Provider}/login/callback", 302) { Form = $"wa=wsignin1.0&wresult={Prober.Tests.Evidence.TestTokens.Jwt("{\"user_id\":\"1\"}")}&wctx=x" }.Redirect($"/authorize/resume?state={Fp("idp-1")}")).Judge();

        Assert.That(report.Checks.Where(check => check.Id.StartsWith("claims-saml", StringComparison.Ordinal)).Select(check => check.Verdict), Is.All.EqualTo(Verdict.NotApplicable));
    }
}
