using System.Xml.Linq;
using static Prober.Lab.Saml.SamlNames;

namespace Prober.Lab.Saml;

/// <summary>The two messages of single logout (saml-core, 3.7), each sent by redirect with the signature in the query.</summary>
internal static class LogoutMessages
{
    public static string Request(string id, string issuer, string destination, string? nameId, string? sessionIndex, DateTimeOffset now) =>
        new XElement(Protocol + "LogoutRequest",
            new XAttribute(XNamespace.Xmlns + "samlp", Protocol),
            new XAttribute("ID", id),
            new XAttribute("Version", "2.0"),
            new XAttribute("IssueInstant", Instant(now)),
            new XAttribute("Destination", destination),
            Issuer(issuer),
            new XElement(Assertion + "NameID", new XAttribute(XNamespace.Xmlns + "saml", Assertion), new XAttribute("Format", EmailFormat), nameId ?? ""),
            sessionIndex is null ? null : new XElement(Protocol + "SessionIndex", sessionIndex))
            .ToString(SaveOptions.DisableFormatting);

    public static string Response(string issuer, string destination, string inResponseTo, DateTimeOffset now) =>
        new XElement(Protocol + "LogoutResponse",
            new XAttribute(XNamespace.Xmlns + "samlp", Protocol),
            new XAttribute("ID", NewId()),
            new XAttribute("Version", "2.0"),
            new XAttribute("IssueInstant", Instant(now)),
            new XAttribute("Destination", destination),
            new XAttribute("InResponseTo", inResponseTo),
            Issuer(issuer),
            new XElement(Protocol + "Status", new XElement(Protocol + "StatusCode", new XAttribute("Value", Success))))
            .ToString(SaveOptions.DisableFormatting);

    /// <summary>The identifier of a request, to be answered.</summary>
    /// <exception cref="SamlRefusalException">It is no LogoutRequest.</exception>
    public static string IdOfRequest(string xml)
    {
        var root = SamlXml.Parse(xml);
        return root.LocalName == "LogoutRequest" && root.Value("ID") is { } id ? id : throw new SamlRefusalException($"A {root.LocalName} is no LogoutRequest.");
    }

    private static XElement Issuer(string issuer) =>
        new(Assertion + "Issuer", new XAttribute(XNamespace.Xmlns + "saml", Assertion), issuer);
}
