using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionDestinationTests
{
    private const string Id = "claims-saml-destination";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Another_scheme_is_another_destination() => AssertionFamily.IsTheOnlyOneBroken(Id, "differs", new() { Response = new() { Destination = "http://portal.localhost:7001/saml/acs" } });

    /// <summary>SimpleSAMLphp answers to the registered address when it does not know the one that was asked for.</summary>
    [TestCase(200)]
    [TestCase(404)]
    public void An_answer_to_another_address_than_the_requested_is_lost(int status)
    {
        const string Registered = "https://portal.localhost:7001/old/acs";
        AssertionFamily.IsTheOnlyOneBroken(Id, "not-the-requested", new()
        {
            Response = new() { Destination = Registered },
            Expect = expected => expected with { Applications = [expected.Applications[0] with { CallbackUrls = [SignedResponse.Consumer, Registered] }] },
            Change = steps => [.. steps.Where(step => step.Name != "home").Select(step => step.Name == "consumer" ? (step with { Url = Registered }).WithoutCookies().Answers(status, "<h1>Portal</h1>") : step)],
        });
    }

    [Test]
    public void Letter_case_of_the_host_alone_is_a_warning() =>
        Assert.That(new SamlFlow { Response = new() { Destination = "https://PORTAL.localhost:7001/saml/acs" } }.Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Warn).And.Not.Property("Verdict").EqualTo(Verdict.Fail));
}
