using System.Xml.Linq;
using static Prober.Lab.Saml.SamlNames;

namespace Prober.Lab.Saml;

/// <summary>Writes a draft as XML: the assertion and the message around it are signed, each by itself.</summary>
internal static class SamlResponseXml
{
    public static string Write(SamlResponseDraft draft)
    {
        var response = new XElement(Protocol + "Response",
            new XAttribute(XNamespace.Xmlns + "samlp", Protocol),
            new XAttribute("ID", NewId()),
            new XAttribute("Version", "2.0"),
            new XAttribute("IssueInstant", Instant(draft.IssueInstant)),
            new XAttribute("Destination", draft.Destination),
            draft.InResponseTo is null ? null : new XAttribute("InResponseTo", draft.InResponseTo),
            Issuer(draft),
            Status(draft),
            draft.Status == Success ? Assertion(draft) : null);
        return XmlSigning.Sign(response, draft.Certificate);
    }

    /// <summary>The assertion alone, for a protocol that wraps it in something else.</summary>
    public static XElement Assertion(SamlResponseDraft draft) => new(SamlNames.Assertion + "Assertion",
        new XAttribute(XNamespace.Xmlns + "saml", SamlNames.Assertion),
        new XAttribute("ID", NewId()),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", Instant(draft.IssueInstant)),
        new XElement(SamlNames.Assertion + "Issuer", draft.Issuer),
        Subject(draft),
        Conditions(draft),
        Authentication(draft),
        Attributes(draft));

    private static XElement Issuer(SamlResponseDraft draft) =>
        new(SamlNames.Assertion + "Issuer", new XAttribute(XNamespace.Xmlns + "saml", SamlNames.Assertion), draft.Issuer);

    private static XElement Status(SamlResponseDraft draft) => new(Protocol + "Status",
        new XElement(Protocol + "StatusCode",
            new XAttribute("Value", draft.Status),
            draft.SubStatus is null ? null : new XElement(Protocol + "StatusCode", new XAttribute("Value", draft.SubStatus))),
        draft.StatusMessage is null ? null : new XElement(Protocol + "StatusMessage", draft.StatusMessage));

    private static XElement Subject(SamlResponseDraft draft) => new(SamlNames.Assertion + "Subject",
        draft.NameId is null ? null : new XElement(SamlNames.Assertion + "NameID", new XAttribute("Format", draft.NameIdFormat), draft.NameId),
        new XElement(SamlNames.Assertion + "SubjectConfirmation",
            new XAttribute("Method", Bearer),
            new XElement(SamlNames.Assertion + "SubjectConfirmationData",
                draft.InResponseTo is null ? null : new XAttribute("InResponseTo", draft.InResponseTo),
                new XAttribute("NotOnOrAfter", Instant(draft.NotOnOrAfter)),
                new XAttribute("Recipient", draft.Recipient))));

    private static XElement Conditions(SamlResponseDraft draft) => new(SamlNames.Assertion + "Conditions",
        new XAttribute("NotBefore", Instant(draft.NotBefore)),
        new XAttribute("NotOnOrAfter", Instant(draft.NotOnOrAfter)),
        new XElement(SamlNames.Assertion + "AudienceRestriction", new XElement(SamlNames.Assertion + "Audience", draft.Audience)));

    private static XElement Authentication(SamlResponseDraft draft) => new(SamlNames.Assertion + "AuthnStatement",
        new XAttribute("AuthnInstant", Instant(draft.AuthenticatedAt)),
        new XAttribute("SessionIndex", draft.SessionIndex),
        new XElement(SamlNames.Assertion + "AuthnContext", new XElement(SamlNames.Assertion + "AuthnContextClassRef", PasswordContext)));

    private static XElement? Attributes(SamlResponseDraft draft) => draft.Attributes.Count == 0 ? null : new(SamlNames.Assertion + "AttributeStatement",
        draft.Attributes.Select(attribute => new XElement(SamlNames.Assertion + "Attribute",
            new XAttribute("Name", attribute.Key),
            new XAttribute("NameFormat", BasicAttribute),
            attribute.Value.Select(value => new XElement(SamlNames.Assertion + "AttributeValue", value)))));
}
