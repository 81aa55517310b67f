using System.Xml.Linq;
using Prober.Lab.Saml;
using static Prober.Lab.WsFederation.WsFederationNames;

namespace Prober.Lab.WsFederation;

/// <summary>Writes what a draft says as an assertion of SAML 1.1 (oasis-sstc-saml-core-1.1).</summary>
internal static class Saml11Xml
{
    public static XElement Write(SamlResponseDraft draft) => new(Assertion + "Assertion",
        new XAttribute(XNamespace.Xmlns + "saml", Assertion),
        new XAttribute("MajorVersion", "1"),
        new XAttribute("MinorVersion", "1"),
        new XAttribute("AssertionID", SamlNames.NewId()),
        new XAttribute("Issuer", draft.Issuer),
        new XAttribute("IssueInstant", SamlNames.Instant(draft.IssueInstant)),
        new XElement(Assertion + "Conditions",
            new XAttribute("NotBefore", SamlNames.Instant(draft.NotBefore)),
            new XAttribute("NotOnOrAfter", SamlNames.Instant(draft.NotOnOrAfter)),
            new XElement(Assertion + "AudienceRestrictionCondition", new XElement(Assertion + "Audience", draft.Audience))),
        Attributes(draft),
        new XElement(Assertion + "AuthenticationStatement",
            new XAttribute("AuthenticationMethod", Password),
            new XAttribute("AuthenticationInstant", SamlNames.Instant(draft.AuthenticatedAt)),
            Subject(draft)));

    private static XElement? Attributes(SamlResponseDraft draft) => draft.Attributes.Count == 0 ? null : new(Assertion + "AttributeStatement",
        Subject(draft),
        draft.Attributes.Select(attribute => new XElement(Assertion + "Attribute",
            new XAttribute("AttributeName", LastPart(attribute.Key)),
            new XAttribute("AttributeNamespace", attribute.Key[..^(LastPart(attribute.Key).Length + 1)]),
            attribute.Value.Select(value => new XElement(Assertion + "AttributeValue", value)))));

    private static XElement Subject(SamlResponseDraft draft) => new(Assertion + "Subject",
        draft.NameId is null ? null : new XElement(Assertion + "NameIdentifier", new XAttribute("Format", draft.NameIdFormat), draft.NameId),
        new XElement(Assertion + "SubjectConfirmation", new XElement(Assertion + "ConfirmationMethod", Bearer)));

    // SAML 1.1 names an attribute in two parts, where 2.0 has one URI.
    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];
}
