using System.Security.Cryptography.Xml;
using System.Xml;

namespace Prober.Lab.Saml;

/// <summary>Signs or verifies one element, found by SAML's own names for an ID: <c>ID</c> in 2.0, <c>AssertionID</c> in 1.1.</summary>
internal sealed class IdentifiedXml : SignedXml
{
    private readonly XmlElement element;

    public IdentifiedXml(XmlElement element)
        : base(element) => this.element = element;

    public static string IdOf(XmlElement element) => element.Value("ID") ?? element.Value("AssertionID") ?? "";

    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => IdOf(element) == idValue ? element : null;
}
