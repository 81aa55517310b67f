using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Saml;
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

    [Test]
    public void A_provider_that_cannot_answer_has_no_address_to_answer_to()
    {
        var result = EvidenceBuilder.Live()
            .Change("logout", step => step.Redirect(Request))
            .Change("end-session", step => (step with { Url = Request }).Answers(200, "<h2>Unhandled exception</h2><pre>Could not find a supported SingleLogoutService endpoint.</pre>"))
            .Ask("logout-redirect-allowed");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "not-allowed")), result.Summary);
        Assert.That(result.Remedy, Does.StartWith("Register the application's single logout service"));
    }

    [TestCase("alice", "_s1", Verdict.Pass, "signed-out")]
    [TestCase("alice", null, Verdict.Pass, "signed-out")]
    [TestCase(null, "_s1", Verdict.Warn, "nobody-named")]
    [TestCase("bob", "_s1", Verdict.Warn, "other-subject")]
    [TestCase("alice", "_s2", Verdict.Warn, "other-session")]
    public void The_request_names_the_subject_and_session_of_the_assertion(string? name, string? session, Verdict verdict, string reason)
    {
        var builder = Logout("Success", null);
        var (login, logout) = (builder.IndexOf("callback"), builder.IndexOf("end-session"));
        var result = builder.With(bundle => bundle with
        {
            Assertions = Captured.Of<IReadOnlyList<SamlMessage>>(
            [
                new()
                {
                    Kind = SamlMessageKind.Response, Binding = SamlBinding.Post, Entry = login, At = default, SentTo = HealthyFlow.Portal + "/signin-oidc",
                    Assertions = [new() { Version = "2.0", NameId = "alice", SessionIndex = "_s1" }],
                },
                new()
                {
                    Kind = SamlMessageKind.LogoutRequest, Binding = SamlBinding.Redirect, Entry = logout, At = default, SentTo = HealthyFlow.Provider,
                    Logout = new() { NameId = name, SessionIndexes = session is null ? [] : [session] },
                },
                .. bundle.Assertions.Value ?? [],
            ]),
        }).Ask("logout-session-ended");
        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)), result.Summary);
    }
}
