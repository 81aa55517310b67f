using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionDecodesTests
{
    private const string Id = "claims-saml-decodes";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_message_that_was_cut_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "undecodable", new() { Value = new SignedResponse().Base64()[..^101] });

    [Test]
    public void A_document_type_is_refused() => AssertionFamily.IsTheOnlyOneBroken(Id, "undecodable", new() { Response = new() { Tamper = xml => "<!DOCTYPE r [<!ENTITY e \"x\">]>" + xml } });

    [Test]
    public void Blanks_in_place_of_pluses_are_mended_and_told()
    {
        var result = new SamlFlow { Value = new SignedResponse().Base64().Replace('+', ' ').Insert(80, "\r\n") }.Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "stray-white-space")), result.Summary);
    }

    [Test]
    public void A_login_by_OpenID_Connect_has_no_assertion_to_judge() =>
        Assert.That(EvidenceBuilder.Har().With(bundle => bundle with { Assertions = Prober.Evidence.Captured.Of<IReadOnlyList<Prober.Evidence.Saml.SamlMessage>>([]) }).Ask(Id).Verdict,
            Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_failing_case_names_what_is_wrong_with_it() =>
        Assert.That(new SamlFlow { Value = "~~~" }.Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Fail).And.Property("Summary").Contains("not base64"));
}
