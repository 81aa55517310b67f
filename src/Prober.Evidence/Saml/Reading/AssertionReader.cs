using System.Xml;

namespace Prober.Evidence.Saml.Reading;

/// <summary>Reads an assertion of SAML 2.0, or of 1.1 as WS-Federation carries it.</summary>
internal static class AssertionReader
{
    public static SamlAssertion Read(XmlElement assertion) => assertion.HasAttribute("MajorVersion") ? Read11(assertion) : Read20(assertion);

    private static SamlAssertion Read20(XmlElement assertion)
    {
        var subject = assertion.Child("Subject");
        var statement = assertion.Child("AuthnStatement");
        var name = subject.Child("NameID");
        return WithConditions(assertion.Child("Conditions"), "NotBefore", new()
        {
            Id = assertion.Attribute("ID"),
            Version = assertion.Attribute("Version") ?? "2.0",
            Issuer = assertion.Child("Issuer").Text(),
            IssueInstant = assertion.Instant("IssueInstant"),
            NameId = name.Text(),
            NameIdFormat = name.Attribute("Format"),
            NameIdIsEmail = name.Text()?.Contains('@', StringComparison.Ordinal) == true,
            Confirmations = [.. subject.Children("SubjectConfirmation").Select(Confirmation)],
            AuthnInstant = statement.Instant("AuthnInstant"),
            SessionNotOnOrAfter = statement.Instant("SessionNotOnOrAfter"),
            SessionIndex = statement.Attribute("SessionIndex") is { Length: > 0 } index ? index : null,
            AuthnContext = statement.Child("AuthnContext").Child("AuthnContextClassRef").Text(),
            Attributes = [.. assertion.Children("AttributeStatement").SelectMany(list => list.Children("Attribute")).Select(Attribute)],
        });
    }

    private static SamlAssertion Read11(XmlElement assertion)
    {
        var statement = assertion.Child("AuthenticationStatement");
        var attributes = assertion.Children("AttributeStatement").ToList();
        var subject = (statement ?? attributes.FirstOrDefault()).Child("Subject");
        var name = subject.Child("NameIdentifier");
        return WithConditions(assertion.Child("Conditions"), "NotBefore", new()
        {
            Id = assertion.Attribute("AssertionID"),
            Version = "1.1",
            Issuer = assertion.Attribute("Issuer"),
            IssueInstant = assertion.Instant("IssueInstant"),
            NameId = name.Text(),
            NameIdFormat = name.Attribute("Format"),
            NameIdIsEmail = name.Text()?.Contains('@', StringComparison.Ordinal) == true,
            Confirmations = [.. subject.Child("SubjectConfirmation").Children("ConfirmationMethod")
                .Select(method => new SamlConfirmation { Method = method.Text().LastPart() ?? "" })],
            AuthnInstant = statement.Instant("AuthenticationInstant"),
            AuthnContext = statement.Attribute("AuthenticationMethod"),
            Attributes = [.. attributes.SelectMany(list => list.Children("Attribute")).Select(Attribute11)],
        });
    }

    private static SamlAssertion WithConditions(XmlElement? conditions, string begin, SamlAssertion assertion)
    {
        var restrictions = conditions.Children("AudienceRestriction").Concat(conditions.Children("AudienceRestrictionCondition")).ToList();
        return assertion with
        {
            NotBefore = conditions.Instant(begin),
            NotOnOrAfter = conditions.Instant("NotOnOrAfter"),
            Audiences = restrictions.Count == 0 ? null : [.. restrictions.SelectMany(restriction => restriction.Children("Audience")).Select(audience => audience.Text()).OfType<string>()],
            OneTimeUse = conditions.Child("OneTimeUse") is not null || conditions.Child("DoNotCacheCondition") is not null,
        };
    }

    private static SamlConfirmation Confirmation(XmlElement confirmation)
    {
        var data = confirmation.Child("SubjectConfirmationData");
        return new()
        {
            Method = confirmation.Attribute("Method").LastPart() ?? "",
            Recipient = data.Attribute("Recipient"),
            NotBefore = data.Instant("NotBefore"),
            NotOnOrAfter = data.Instant("NotOnOrAfter"),
            InResponseTo = data.Attribute("InResponseTo"),
            Address = data.Attribute("Address"),
        };
    }

    private static AssertedClaim Attribute(XmlElement attribute) => new(
        attribute.Attribute("Name") ?? "", attribute.Attribute("FriendlyName"), attribute.Attribute("NameFormat"), Values(attribute));

    private static AssertedClaim Attribute11(XmlElement attribute)
    {
        var name = attribute.Attribute("AttributeName") ?? "";
        return new(attribute.Attribute("AttributeNamespace") is { Length: > 0 } space ? $"{space.TrimEnd('/')}/{name}" : name, null, null, Values(attribute));
    }

    private static IReadOnlyList<string> Values(XmlElement attribute) => [.. attribute.Children("AttributeValue").Select(value => value.InnerText)];
}
