using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionAttributesTests
{
    private const string Id = "claims-saml-attributes";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void An_attribute_that_is_not_there_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "missing", new() { Response = new() { Attributes = SignedResponse.Attribute("email", "alice@example.com") } });

    [Test]
    public void A_value_beside_its_pattern_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "wrong-value", new() { Response = new() { Attributes = SignedResponse.Attribute("email", "alice@elsewhere.org") + SignedResponse.Attribute("groups", "editors") } });

    [Test]
    public void A_claim_by_its_URI_is_the_same_attribute() =>
        Assert.That(new SamlFlow
        {
            Response = new() { Attributes = SignedResponse.Attribute("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "alice@example.com") + SignedResponse.Attribute("memberOf", "editors") },
        }.Ask(Id).Verdict, Is.EqualTo(Verdict.Pass).And.Not.EqualTo(Verdict.Fail));
}
