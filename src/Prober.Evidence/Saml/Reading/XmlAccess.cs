using System.Globalization;
using System.Xml;

namespace Prober.Evidence.Saml.Reading;

/// <summary>Short ways to children and attributes, by local name: prefixes and versions of namespaces vary between senders.</summary>
internal static class XmlAccess
{
    public static XmlElement? Child(this XmlElement? element, string name) => element.Children(name).FirstOrDefault();

    public static IEnumerable<XmlElement> Children(this XmlElement? element, string name) =>
        element?.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name) ?? [];

    /// <summary>The attribute's value, or null where it is not there.</summary>
    public static string? Attribute(this XmlElement? element, string name) => element?.HasAttribute(name) == true ? element.GetAttribute(name) : null;

    public static bool Flag(this XmlElement? element, string name) => element.Attribute(name)?.Trim() is "true" or "1";

    /// <summary>An xs:dateTime, which SAML wants in UTC; null where it is absent or none.</summary>
    public static DateTimeOffset? Instant(this XmlElement? element, string name) =>
        DateTimeOffset.TryParse(
            element.Attribute(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    public static string? Text(this XmlElement? element) => element?.InnerText.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The part of a URN or URI that a person reads: <c>Success</c> of <c>urn:oasis:names:tc:SAML:2.0:status:Success</c>.</summary>
    public static string? LastPart(this string? uri) => uri is null ? null : uri[(uri.LastIndexOfAny([':', '#', '/']) + 1)..];
}
