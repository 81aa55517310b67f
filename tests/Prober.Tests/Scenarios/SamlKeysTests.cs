using NUnit.Framework;
using Prober.Browser.Recording;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

/// <summary>The keys by which a scenario tells of SAML and WS-Federation.</summary>
public sealed class SamlKeysTests
{
    private const string Provider = "provider: { kind: auth0, issuer: \"https://login.example.com/\" }";
    private const string Billing = "signedIn: { text: Invoices } }";

    [Test]
    public void A_provider_that_speaks_SAML_alone_needs_no_issuer()
    {
        var provider = PortalScenario.With(Provider, "provider: { saml: { metadata: \"https://idp.example.com/metadata\", entityId: urn:idp } }").Provider;

        Assert.That((provider.Issuer, provider.Saml), Is.EqualTo(((string?)null, new SamlProviderSettings("https://idp.example.com/metadata", null, "urn:idp"))));
        Assert.That(provider.Saml!.MetadataAddress, Is.EqualTo(new Uri("https://idp.example.com/metadata")));
    }

    [Test]
    public void Files_start_at_the_scenario_file()
    {
        var saml = PortalScenario.With(Provider, "provider: { saml: { metadata: idp.xml, certificate: keys/idp.pem } }").Provider.Saml!;

        Assert.That((saml.Metadata, saml.Certificate, saml.MetadataAddress), Is.EqualTo((Path.GetFullPath("idp.xml"), Path.GetFullPath("keys/idp.pem"), (Uri?)null)));
    }

    [Test]
    public void An_applications_SAML_arrives_in_the_expectations()
    {
        var scenario = PortalScenario.With(Billing, "signedIn: { text: Invoices }, saml: { entityId: urn:billing, acs: \"https://billing.example.com/saml/acs\", idpInitiated: false, decryptionKey: billing.pem } }");

        Assert.That(scenario.Applications["billing"].Saml, Is.EqualTo(new SamlApplicationSettings("urn:billing", Path.GetFullPath("billing.pem"), "https://billing.example.com/saml/acs", false)));
        var expected = ExpectationsFromScenario.Read(scenario).Applications.Single(application => application.Name == "billing");
        Assert.That((expected.EntityId, expected.ProviderStarted, expected.CallbackUrls.Single()), Is.EqualTo(("urn:billing", (bool?)false, "https://billing.example.com/saml/acs")));
    }

    [TestCase("provider: { saml: {} }", "provider.saml: expected metadata or certificate, found neither.")]
    [TestCase("provider: { saml: { metadata: \"ftp://idp.example.com/\" } }", "expected an address that begins with https:// or http://, found \"ftp://idp.example.com/\".")]
    [TestCase("provider: { saml: { metadata: idp.xml, entityid: urn:idp } }", "unknown key \"entityid\". Did you mean \"entityId\"? Expected metadata, certificate or entityId.")]
    [TestCase("provider: { saml: { metadata: idp.xml }, management: { token: abcd } }", "provider.management: management goes with issuer.")]
    [TestCase("provider: { kind: auth0 }", "provider: missing the key \"issuer\": the issuer identifier, exact to the trailing slash.")]
    public void What_is_wrong_is_refused(string provider, string reason) => Assert.That(PortalScenario.Mistake(Provider, provider), Does.EndWith(reason));
}
