using System.Xml.Linq;
using Prober.Lab.Saml;
using static Prober.Lab.WsFederation.WsFederationNames;

namespace Prober.Lab.WsFederation;

/// <summary>The RequestSecurityTokenResponse of <c>wresult</c>: a signed assertion, for whom and for how long (WS-Federation 1.2, 13.2.2).</summary>
internal static class SecurityTokenResponse
{
    public static string Write(SamlResponseDraft draft) => XmlSigning.Sign(
        new XElement(Trust + "RequestSecurityTokenResponse",
            new XAttribute(XNamespace.Xmlns + "t", Trust),
            new XElement(Trust + "Lifetime",
                new XAttribute(XNamespace.Xmlns + "wsu", Utility),
                new XElement(Utility + "Created", SamlNames.Instant(draft.IssueInstant)),
                new XElement(Utility + "Expires", SamlNames.Instant(draft.NotOnOrAfter))),
            new XElement(Policy + "AppliesTo",
                new XAttribute(XNamespace.Xmlns + "wsp", Policy),
                new XElement(Addressing + "EndpointReference",
                    new XAttribute(XNamespace.Xmlns + "wsa", Addressing),
                    new XElement(Addressing + "Address", draft.Audience))),
            new XElement(Trust + "RequestedSecurityToken", Saml11Xml.Write(draft)),
            new XElement(Trust + "TokenType", Saml11Token),
            new XElement(Trust + "RequestType", Trust.NamespaceName + "/Issue"),
            new XElement(Trust + "KeyType", "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey")),
        draft.Certificate);
}
