using System.Xml;
using Prober.Lab.Saml;
using static Prober.Lab.Saml.SamlRefusalException;

namespace Prober.Lab.WsFederation;

/// <summary>The relying party's side of an answer: what must hold before anybody is let in (WS-Federation 1.2, 13.2.3).</summary>
internal sealed class SecurityTokenConsumer(RelyingParty self, TrustedTokenService trusted, TimeProvider clock)
{
    /// <exception cref="SamlRefusalException">One of the rules is broken.</exception>
    public SamlLogin Accept(string xml)
    {
        var response = SamlXml.Parse(xml);
        Unless(response.LocalName == "RequestSecurityTokenResponse", $"A {response.LocalName} is no RequestSecurityTokenResponse.");
        var tokens = response.Children("RequestedSecurityToken").SelectMany(token => token.Children("Assertion")).ToList();
        Unless(tokens.Count == 1, $"The answer holds {tokens.Count} assertions.");
        var assertion = tokens[0];
        Unless(assertion.NamespaceURI == WsFederationNames.Assertion, $"An assertion of {assertion.NamespaceURI} is not of SAML 1.1.");
        Unless(XmlSignatureCheck.IsSignedBy(assertion, trusted.Certificate()), "The signature does not verify with the configured certificate.");
        Unless(assertion.Value("Issuer") == trusted.Issuer, $"The issuer {assertion.Value("Issuer")} is not trusted.");
        AssertionConditions.Check(assertion.Child("Conditions"), self.Realm, clock.GetUtcNow());
        var subject = assertion.Child("AuthenticationStatement").Child("Subject");
        Unless(subject.Child("SubjectConfirmation").Child("ConfirmationMethod")?.InnerText == WsFederationNames.Bearer, "The subject is not confirmed for a bearer.");
        return new(subject.Child("NameIdentifier")?.InnerText, SessionIndex: null, Attributes(assertion));
    }

    private static ILookup<string, string> Attributes(XmlElement assertion) => assertion.Children("AttributeStatement")
        .SelectMany(statement => statement.Children("Attribute"))
        .SelectMany(attribute => attribute.Children("AttributeValue")
            .Select(value => (Name: $"{attribute.Value("AttributeNamespace")}/{attribute.Value("AttributeName")}", value.InnerText)))
        .ToLookup(pair => pair.Name, pair => pair.InnerText);
}
