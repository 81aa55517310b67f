using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Logout;

/// <summary>Single logout by SAML: what the provider's answer says of it.</summary>
public sealed class SamlLogoutTests
{
    private static readonly string Request = $"{HealthyFlow.Provider}/samlp/portal/logout?SAMLRequest="
        + SamlFlow.Deflated("""<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l1"/>""");

    [TestCase("Success", null, Verdict.Pass, "signed-out")]
    [TestCase("Success", "PartialLogout", Verdict.Warn, "partial-logout")]
    [TestCase("Responder", "PartialLogout", Verdict.Warn, "partial-logout")]
    [TestCase("Requester", "RequestDenied", Verdict.Fail, "logout-error")]
    public void The_answer_tells_who_is_still_in(string code, string? subCode, Verdict verdict, string reason)
    {
        var result = Logout(code, subCode).Ask("logout-session-ended");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)), result.Summary);
    }

    private static EvidenceBuilder Logout(string code, string? subCode)
    {
        const string Status = "urn:oasis:names:tc:SAML:2.0:status:";
        var nested = subCode is null ? "" : $"<samlp:StatusCode Value=\"{Status}{subCode}\"/>";
        var answer = $"{HealthyFlow.Portal}/saml/slo?SAMLResponse="
            + SamlFlow.Deflated($"""<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l2" InResponseTo="_l1"><samlp:Status><samlp:StatusCode Value="{Status}{code}">{nested}</samlp:StatusCode></samlp:Status></samlp:LogoutResponse>""");
        return EvidenceBuilder.Live()
            .Change("logout", step => step.Redirect(Request))
            .Change("end-session", step => (step with { Url = Request }).Redirect(answer))
            .InsertAfter("end-session", new EvidenceStep("slo-answer", "GET", answer, 302) { Phase = PhaseName.Logout }.Redirect("/signed-out"));
    }
}
