using System.Globalization;
using System.Xml;

namespace Prober.Lab.Saml;

/// <summary>The service provider's side of a response: what must hold before anybody is let in (saml-profiles, 4.1.4.3).</summary>
internal sealed class AssertionConsumer(ServiceProvider self, TrustedProvider trusted, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <param name="requestId">The request that was sent, or <c>null</c> for a response nobody asked for.</param>
    /// <exception cref="SamlRefusalException">One of the rules is broken.</exception>
    public SamlLogin Accept(string xml, string? requestId)
    {
        var response = SamlXml.Parse(xml);
        Require(response.LocalName == "Response", $"A {response.LocalName} is no Response.");
        var status = response.Child("Status").Child("StatusCode");
        Require(status.Value("Value") == SamlNames.Success, $"The identity provider answered {status.Child("StatusCode").Value("Value") ?? status.Value("Value")}.");
        Require(response.Value("Destination") == self.AssertionConsumerService, $"The Destination {response.Value("Destination")} is not this service.");
        Require(response.Value("InResponseTo") == requestId, $"The InResponseTo {response.Value("InResponseTo")} does not match the request sent.");
        Require(response.Child("Issuer")?.InnerText == trusted.EntityId, $"The issuer {response.Child("Issuer")?.InnerText} is not trusted.");

        var assertions = response.Children("Assertion").ToList();
        Require(assertions.Count == 1, $"The response holds {assertions.Count} assertions.");
        var assertion = assertions[0];
        Require(XmlSignatureCheck.IsSignedBy(assertion, trusted.Certificate()), "The signature does not verify with the configured certificate.");
        CheckConditions(assertion.Child("Conditions"));
        CheckSubject(assertion.Child("Subject"), requestId);
        return Login(assertion);
    }

    private void CheckConditions(XmlElement? conditions)
    {
        var now = clock.GetUtcNow();
        Require(Time(conditions, "NotBefore") is not { } from || now >= from - Skew, $"The assertion is not valid before {conditions.Value("NotBefore")}.");
        Require(Time(conditions, "NotOnOrAfter") is not { } to || now < to + Skew, $"The assertion has expired at {conditions.Value("NotOnOrAfter")}.");
        var audiences = conditions.Children("AudienceRestriction").SelectMany(restriction => restriction.Children("Audience"))
            .Select(audience => audience.InnerText).ToList();
        Require(audiences.Contains(self.EntityId), $"The audience {string.Join(", ", audiences)} is not {self.EntityId}.");
    }

    private void CheckSubject(XmlElement? subject, string? requestId)
    {
        var data = subject.Children("SubjectConfirmation").Where(one => one.Value("Method") == SamlNames.Bearer)
            .Select(one => one.Child("SubjectConfirmationData")).FirstOrDefault();
        Require(data.Value("Recipient") == self.AssertionConsumerService, $"The Recipient {data.Value("Recipient")} is not this service.");
        Require(Time(data, "NotOnOrAfter") is { } to && clock.GetUtcNow() < to + Skew, "The subject confirmation has expired.");
        Require(data.Value("InResponseTo") == requestId, $"The confirmation's InResponseTo {data.Value("InResponseTo")} does not match the request sent.");
    }

    private static SamlLogin Login(XmlElement assertion) => new(
        assertion.Child("Subject").Child("NameID")?.InnerText,
        assertion.Child("AuthnStatement").Value("SessionIndex"),
        assertion.Children("AttributeStatement").SelectMany(statement => statement.Children("Attribute"))
            .SelectMany(attribute => attribute.Children("AttributeValue").Select(value => (Name: attribute.Value("Name") ?? "", value.InnerText)))
            .ToLookup(pair => pair.Name, pair => pair.InnerText));

    private static DateTimeOffset? Time(XmlElement? element, string attribute) =>
        element.Value(attribute) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new SamlRefusalException(otherwise);
    }
}
