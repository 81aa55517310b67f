using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionSubjectConfirmationTests
{
    private const string Id = "claims-saml-subject-confirmation";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_confirmation_for_another_address_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "recipient", new() { Response = new() { Recipient = "https://other.localhost/saml/acs" } });

    [Test]
    public void A_confirmation_for_no_address_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "recipient-missing", new() { Response = new() { Recipient = null } });

    [Test]
    public void What_fails_points_at_the_recipient() =>
        Assert.That(new SamlFlow { Response = new() { Recipient = null } }.Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Fail).And.Property("Evidence").One.Property("Field").Contains("@Recipient"));

    [TestCase("203.0.113.7", Verdict.Pass)]
    [TestCase("2001:db8::7", Verdict.Warn)]
    public void Assertions_bound_to_two_network_addresses_are_a_warning(string second, Verdict verdict)
    {
        var result = new SamlFlow { Response = new() { Address = "203.0.113.7" }, Second = new() { Address = second } }.Ask("claims-saml-subject-confirmation");
        Assert.That(result.Verdict, Is.EqualTo(verdict), result.Summary);
        if (verdict == Verdict.Warn) Assert.That(result.Reason, Is.EqualTo("address"));
    }
}
