using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Prober.Lab.Saml;
using static Prober.Lab.WsFederation.WsFederationNames;

namespace Prober.Lab.WsFederation;

/// <summary>The metadata document of a security token service, signed by it (WS-Federation 1.2, 3.1).</summary>
internal static class FederationMetadata
{
    public static string Write(string issuer, string endpoint, X509Certificate2 certificate) => XmlSigning.Sign(
        new XElement(SamlNames.Metadata + "EntityDescriptor",
            new XAttribute("ID", SamlNames.NewId()),
            new XAttribute("entityID", issuer),
            new XElement(SamlNames.Metadata + "RoleDescriptor",
                new XAttribute(XNamespace.Xmlns + "fed", Federation),
                new XAttribute(XNamespace.Xmlns + "xsi", Instance),
                new XAttribute(Instance + "type", "fed:SecurityTokenServiceType"),
                new XAttribute("protocolSupportEnumeration", Federation.NamespaceName),
                SamlMetadata.Key(certificate),
                new XElement(Federation + "TokenTypesOffered",
                    new XElement(Federation + "TokenType", new XAttribute("Uri", Assertion.NamespaceName))),
                Endpoint("SecurityTokenServiceEndpoint", endpoint),
                Endpoint("PassiveRequestorEndpoint", endpoint))),
        certificate);

    private static XElement Endpoint(string name, string address) => new(Federation + name,
        new XElement(Addressing + "EndpointReference",
            new XAttribute("xmlns", Addressing.NamespaceName),
            new XElement(Addressing + "Address", address)));
}
