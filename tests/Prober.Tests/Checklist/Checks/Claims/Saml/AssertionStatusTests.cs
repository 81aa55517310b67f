using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionStatusTests
{
    private const string Id = "claims-saml-status";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_user_who_was_not_authenticated_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "authn-failed", new() { Response = new() { Status = Failed } });

    [Test]
    public void The_account_is_at_fault_where_the_user_was_refused() =>
        Assert.That(new SamlFlow { Response = new() { Status = Failed } }.Judge(), Has.Property("Fault").EqualTo(FaultOwner.Account).And.Property("Verdict").EqualTo(Verdict.Fail));

    private const string Failed = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>""";
}
