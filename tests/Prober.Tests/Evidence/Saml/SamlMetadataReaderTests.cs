using NUnit.Framework;
using Prober.Evidence.Saml.Metadata;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Tests.Evidence.Saml;

public sealed class SamlMetadataReaderTests
{
    private static string Entity(string id, string role = "IDPSSODescriptor") => $"""
        <md:EntityDescriptor entityID="{id}" validUntil="2027-01-01T00:00:00Z" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><md:{role}>
        <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
          {Convert.ToBase64String(SignedResponse.Certificate.RawData, Base64FormattingOptions.InsertLineBreaks)}
        </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/slo"/>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/sso"/>
        </md:{role}></md:EntityDescriptor>
        """;

    [Test]
    public void Keys_endpoints_and_validity_are_read()
    {
        var (metadata, error) = SamlMetadataReader.Read(Entity("urn:idp"));

        Assert.That(error, Is.Null);
        Assert.Multiple(() =>
        {
            Assert.That((metadata!.EntityId, metadata.ValidUntil), Is.EqualTo(("urn:idp", (DateTimeOffset?)new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))));
            Assert.That(TrustedCertificates.Of(metadata!.SigningCertificates).Certificates.Single().Thumbprint, Is.EqualTo(SignedResponse.Certificate.Thumbprint));
            Assert.That(metadata.CertificateExpiry.Single().Value.Year, Is.EqualTo(2035));
            Assert.That((metadata.SingleSignOn.Single(), metadata.SingleLogout.Single()), Is.EqualTo((new SamlEndpoint("HTTP-POST", "https://idp.example/sso"), new SamlEndpoint("HTTP-Redirect", "https://idp.example/slo"))));
        });
    }

    [Test]
    public void Of_several_providers_the_named_one_is_taken()
    {
        var several = $"""<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">{Entity("urn:sp", "SPSSODescriptor")}{Entity("urn:one")}{Entity("urn:two")}</md:EntitiesDescriptor>""";

        Assert.That(SamlMetadataReader.Read(several).Metadata?.EntityId, Is.EqualTo("urn:one"));
        Assert.That(SamlMetadataReader.Read(several, "urn:two").Metadata?.EntityId, Is.EqualTo("urn:two"));
        Assert.That(SamlMetadataReader.Read(several, "urn:three").Error, Does.Contain("urn:three").And.Contain("urn:one"));
    }

    [TestCase("{}")]
    [TestCase("<html/>")]
    [TestCase("<!DOCTYPE x><x/>")]
    public void What_is_no_metadata_is_told(string text) => Assert.That(SamlMetadataReader.Read(text).Error, Is.Not.Null);
}
