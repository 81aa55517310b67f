using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionSignatureTests
{
    private const string Id = "claims-saml-signature";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void An_unsigned_assertion_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "unsigned", new() { Response = new() { SignAssertion = false } });

    [Test]
    public void A_value_changed_after_signing_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "invalid", new() { Response = new() { Tamper = xml => xml.Replace("alice@", "admin@", StringComparison.Ordinal) } });

    [Test]
    public void A_certificate_rolled_over_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "other-certificate", new() { Response = new() { SignedBy = SignedResponse.Create(new(2034, 1, 1, 0, 0, 0, TimeSpan.Zero)) } });

    [Test]
    public void A_forged_assertion_before_the_signed_one_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "wrapped", new() { Response = new() { Tamper = SignedResponse.Wrap } });

    [Test]
    public void A_signature_on_the_message_alone_is_enough() =>
        Assert.That(new SamlFlow { Response = new() { SignAssertion = false, SignResponse = true } }.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_certificate_that_nobody_vouches_for_is_a_warning()
    {
        var result = new SamlFlow { KnowsCertificate = false }.Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "untrusted")));
    }

    [Test]
    public void Two_signatures_of_one_document_both_hold() =>
        Assert.That(new SamlFlow { Response = new() { SignResponse = true } }.Ask(Id).Verdict, Is.Not.EqualTo(Verdict.Fail));
}
