using System.Xml;
using static Prober.Lab.Saml.SamlRefusalException;

namespace Prober.Lab.Saml;

/// <summary>The service provider's side of a response: what must hold before anybody is let in (saml-profiles, 4.1.4.3).</summary>
internal sealed class AssertionConsumer(ServiceProvider self, TrustedProvider trusted, TimeProvider clock)
{
    /// <param name="requestId">The request that was sent, or <c>null</c> for a response nobody asked for.</param>
    /// <exception cref="SamlRefusalException">One of the rules is broken.</exception>
    public SamlLogin Accept(string xml, string? requestId)
    {
        var response = SamlXml.Parse(xml);
        Unless(response.LocalName == "Response", $"A {response.LocalName} is no Response.");
        var status = response.Child("Status").Child("StatusCode");
        Unless(status.Value("Value") == SamlNames.Success, $"The identity provider answered {status.Child("StatusCode").Value("Value") ?? status.Value("Value")}.");
        Unless(response.Value("Destination") == self.AssertionConsumerService, $"The Destination {response.Value("Destination")} is not this service.");
        Unless(response.Value("InResponseTo") == requestId, $"The InResponseTo {response.Value("InResponseTo")} does not match the request sent.");
        Unless(response.Child("Issuer")?.InnerText == trusted.EntityId, $"The issuer {response.Child("Issuer")?.InnerText} is not trusted.");

        var assertions = response.Children("Assertion").ToList();
        Unless(assertions.Count == 1, $"The response holds {assertions.Count} assertions.");
        var assertion = assertions[0];
        Unless(XmlSignatureCheck.IsSignedBy(assertion, trusted.Certificate()), "The signature does not verify with the configured certificate.");
        AssertionConditions.Check(assertion.Child("Conditions"), self.EntityId, clock.GetUtcNow());
        CheckSubject(assertion.Child("Subject"), requestId);
        return Login(assertion);
    }

    private void CheckSubject(XmlElement? subject, string? requestId)
    {
        var data = subject.Children("SubjectConfirmation").Where(one => one.Value("Method") == SamlNames.Bearer)
            .Select(one => one.Child("SubjectConfirmationData")).FirstOrDefault();
        Unless(data.Value("Recipient") == self.AssertionConsumerService, $"The Recipient {data.Value("Recipient")} is not this service.");
        Unless(data.Time("NotOnOrAfter") is { } to && clock.GetUtcNow() < to + AssertionConditions.Skew, "The subject confirmation has expired.");
        Unless(data.Value("InResponseTo") == requestId, $"The confirmation's InResponseTo {data.Value("InResponseTo")} does not match the request sent.");
    }

    private static SamlLogin Login(XmlElement assertion) => new(
        assertion.Child("Subject").Child("NameID")?.InnerText,
        assertion.Child("AuthnStatement").Value("SessionIndex"),
        assertion.Children("AttributeStatement").SelectMany(statement => statement.Children("Attribute"))
            .SelectMany(attribute => attribute.Children("AttributeValue").Select(value => (Name: attribute.Value("Name") ?? "", value.InnerText)))
            .ToLookup(pair => pair.Name, pair => pair.InnerText));
}
