using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using static Prober.Lab.Saml.SamlNames;

namespace Prober.Lab.Saml;

/// <summary>Metadata documents of both sides (saml-metadata-2.0-os).</summary>
internal static class SamlMetadata
{
    private static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";

    public static string OfProvider(string entityId, string singleSignOn, string singleLogout, X509Certificate2 certificate, DateTimeOffset now) =>
        Document(entityId, now, new XElement(Metadata + "IDPSSODescriptor",
            Supported(),
            Key(certificate),
            Service("SingleLogoutService", ByRedirect, singleLogout),
            new XElement(Metadata + "NameIDFormat", EmailFormat),
            Service("SingleSignOnService", ByRedirect, singleSignOn),
            Service("SingleSignOnService", ByPost, singleSignOn)));

    public static string OfServiceProvider(ServiceProvider service, DateTimeOffset now)
    {
        var consumer = Service("AssertionConsumerService", ByPost, service.AssertionConsumerService);
        consumer.Add(new XAttribute("index", "0"), new XAttribute("isDefault", "true"));
        return Document(service.EntityId, now, new XElement(Metadata + "SPSSODescriptor",
            Supported(),
            new XAttribute("WantAssertionsSigned", "true"),
            Key(service.Certificate()),
            Service("SingleLogoutService", ByRedirect, service.SingleLogoutService),
            new XElement(Metadata + "NameIDFormat", EmailFormat),
            consumer));
    }

    private static string Document(string entityId, DateTimeOffset now, XElement role) => new XElement(Metadata + "EntityDescriptor",
        new XAttribute(XNamespace.Xmlns + "md", Metadata),
        new XAttribute("entityID", entityId),
        new XAttribute("validUntil", Instant(now.AddDays(30))),
        role).ToString();

    private static XAttribute Supported() => new("protocolSupportEnumeration", Protocol.NamespaceName);

    public static XElement Key(X509Certificate2 certificate) => new(Metadata + "KeyDescriptor",
        new XAttribute("use", "signing"),
        new XElement(Signature + "KeyInfo",
            new XAttribute(XNamespace.Xmlns + "ds", Signature),
            new XElement(Signature + "X509Data",
                new XElement(Signature + "X509Certificate", Convert.ToBase64String(certificate.RawData)))));

    private static XElement Service(string name, string binding, string location) =>
        new(Metadata + name, new XAttribute("Binding", binding), new XAttribute("Location", location));
}
