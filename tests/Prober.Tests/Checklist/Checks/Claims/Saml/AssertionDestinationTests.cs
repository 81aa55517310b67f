using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionDestinationTests
{
    private const string Id = "claims-saml-destination";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Another_scheme_is_another_destination() => AssertionFamily.IsTheOnlyOneBroken(Id, "differs", new() { Response = new() { Destination = "http://portal.localhost:7001/saml/acs" } });

    [Test]
    public void Letter_case_of_the_host_alone_is_a_warning() =>
        Assert.That(new SamlFlow { Response = new() { Destination = "https://PORTAL.localhost:7001/saml/acs" } }.Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Warn).And.Not.Property("Verdict").EqualTo(Verdict.Fail));
}
