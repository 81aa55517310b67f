using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionAudienceTests
{
    private const string Id = "claims-saml-audience";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_slash_makes_another_audience() => AssertionFamily.IsTheOnlyOneBroken(Id, "other-audience", new() { Response = new() { Audience = "urn:example:portal/" } });

    [Test]
    public void What_fails_points_at_both_names() =>
        Assert.That(new SamlFlow { Response = new() { Audience = "urn:example:portal/" } }.Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Fail).And.Property("Evidence").Count.EqualTo(2));
}
