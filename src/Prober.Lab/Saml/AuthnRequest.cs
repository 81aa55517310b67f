using System.Xml.Linq;
using static Prober.Lab.Saml.SamlNames;

namespace Prober.Lab.Saml;

/// <summary>A service provider's request to have somebody signed in (saml-core, 3.4.1).</summary>
internal sealed record AuthnRequest(string Id, string Issuer, string Destination, string AssertionConsumerService)
{
    /// <summary>Credentials are asked for in spite of a session.</summary>
    public bool ForceAuthn { get; init; }

    /// <summary>Nobody may be asked for anything.</summary>
    public bool IsPassive { get; init; }

    public string ToXml(DateTimeOffset now) => new XElement(Protocol + "AuthnRequest",
        new XAttribute(XNamespace.Xmlns + "samlp", Protocol),
        new XAttribute("ID", Id),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", Instant(now)),
        new XAttribute("Destination", Destination),
        new XAttribute("ProtocolBinding", ByPost),
        new XAttribute("AssertionConsumerServiceURL", AssertionConsumerService),
        ForceAuthn ? new XAttribute("ForceAuthn", "true") : null,
        IsPassive ? new XAttribute("IsPassive", "true") : null,
        new XElement(Assertion + "Issuer", new XAttribute(XNamespace.Xmlns + "saml", Assertion), Issuer),
        new XElement(Protocol + "NameIDPolicy", new XAttribute("Format", EmailFormat), new XAttribute("AllowCreate", "true")))
        .ToString(SaveOptions.DisableFormatting);

    /// <exception cref="SamlRefusalException">It is no such request.</exception>
    public static AuthnRequest Parse(string xml)
    {
        var root = SamlXml.Parse(xml);
        return root.LocalName == "AuthnRequest" && root.Value("ID") is { } id
            ? new AuthnRequest(id, root.Child("Issuer")?.InnerText ?? "", root.Value("Destination") ?? "", root.Value("AssertionConsumerServiceURL") ?? "")
            {
                ForceAuthn = root.Value("ForceAuthn") is "true" or "1",
                IsPassive = root.Value("IsPassive") is "true" or "1",
            }
            : throw new SamlRefusalException($"A {root.LocalName} is no AuthnRequest.");
    }
}
