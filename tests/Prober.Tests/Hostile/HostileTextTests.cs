using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;
using Prober.Tests.Evidence;
using Prober.Tests.Scenarios;

namespace Prober.Tests.Hostile;

/// <summary>Single values that once broke something, or would if a guard were gone.</summary>
public sealed class HostileTextTests
{
    [Test]
    public void A_scenario_whose_flow_has_no_end_is_refused_with_its_place() => Assert.That(
        PortalScenario.MistakeIn("name: portal\nprovider: { kind: auth0, issuer:name: portal\npro6ider: { kind: auth0, issuer:"),
        Is.EqualTo("portal.yaml:2:37: not valid YAML: what follows here cannot be read; a bracket or quote may not be closed."));

    [TestCase("9999-12-31T23:59:59.999Z", "12")]
    [TestCase("0001-01-01T00:00:00Z", "12")]
    [TestCase("2026-03-12T10:15:02Z", "1e300")]
    public void A_time_outside_the_calendar_counts_as_not_recorded(string started, string duration)
    {
        var har = $$$"""{"log":{"entries":[{"startedDateTime":"{{{started}}}","time":{{{duration}}},"request":{"method":"GET","url":"https://a.example/"}}]}}""";
        var entry = HarReader.Read(Encoding.UTF8.GetBytes(har)).Entries.Single();

        Assert.That(entry.EndedAt.Year, Is.EqualTo(1970).Or.EqualTo(2026));
    }

    [TestCase("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>")]
    [TestCase("<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>")]
    public void A_document_type_in_a_SAML_message_is_refused(string xml) => Assert.That(
        SamlHarvest.Read(SamlCarrier.OfText(xml, TestHar.Start), new(), SamlTrust.None).DecodeError,
        Is.EqualTo("it brings a document type, which a SAML message must not"));

    [Test]
    public void A_HAR_nested_10000_deep_is_read()
    {
        var har = "{\"log\":{\"entries\":[],\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}}";

        Assert.That(HarReader.Read(Encoding.UTF8.GetBytes(har)).Entries, Is.Empty);
    }
}
