using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Sso;

/// <summary>What of a SAML or WS-Federation request at the second application forces a prompt (F104).</summary>
public sealed class FederationPromptTests
{
    [TestCase("", Verdict.Pass, "free")]
    [TestCase(" ForceAuthn=\"true\"", Verdict.Fail, "force-authn")]
    [TestCase(" ForceAuthn=\"0\"", Verdict.Pass, "free")]
    public void Of_a_SAML_request(string extras, Verdict verdict, string reason)
    {
        var request = $"{HealthyFlow.Provider}/samlp/billing?SAMLRequest="
            + SamlFlow.Deflated($"""<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_b1" AssertionConsumerServiceURL="{HealthyFlow.Billing}/saml/acs"{extras}><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">urn:example:billing</Issuer></samlp:AuthnRequest>""");

        AssertAnswer(request, verdict, reason);
    }

    [TestCase("", Verdict.Pass, "free")]
    [TestCase("&wfresh=0", Verdict.Fail, "force-authn")]
    [TestCase("&wfresh=60", Verdict.Pass, "free")]
    public void Of_a_WS_Federation_request(string extras, Verdict verdict, string reason) =>
        AssertAnswer($"{HealthyFlow.Provider}/wsfed/billing?wa=wsignin1.0&wtrealm=urn%3Aexample%3Abilling&wctx=abcdefgh{extras}", verdict, reason);

    // The provider asks for the password, as the request orders.
    private static void AssertAnswer(string request, Verdict verdict, string reason)
    {
        var result = EvidenceBuilder.Live()
            .Change("billing", step => step.Redirect(request))
            .Change("billing-authorize", step => (step with { Url = request }).Answers(200, HealthyFlow.PasswordHtml))
            .Remove("billing-callback", "billing-home")
            .ChangeTab(TabLook.Result, tab => tab with { State = TabState.Prompted, SignedInMarker = false }, PhaseName.Sso)
            .Ask("sso-prompt-param");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)), result.Summary);
    }
}
