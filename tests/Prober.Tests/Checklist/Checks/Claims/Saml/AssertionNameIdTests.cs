using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionNameIdTests
{
    private const string Id = "claims-saml-nameid";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_subject_without_name_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "missing", new() { Response = new() { NameId = "" } });

    [Test]
    public void An_address_that_is_none_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "not-an-email", new() { Response = new() { NameId = Nobody } });

    [Test]
    public void A_transient_name_where_a_lasting_one_was_asked_for_is_a_warning()
    {
        var result = new SamlFlow { RequestNameId = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", Response = new() { NameId = """<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_x1</saml:NameID>""" } }.Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "transient")).And.Not.EqualTo((Verdict.Fail, "missing")));
    }

    private const string Nobody = """<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">alice</saml:NameID>""";

    [Test]
    public void A_name_that_is_another_with_the_next_login_is_a_warning()
    {
        const string Other = """<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">alice.b@example.com</saml:NameID>""";
        Assert.That(new SamlFlow { Second = new() }.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));
        var result = new SamlFlow { Second = new() { NameId = Other } }.Ask(Id);
        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "unstable")), result.Summary);
    }
}
