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
}
