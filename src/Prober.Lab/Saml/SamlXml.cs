using System.Globalization;
using System.Xml;

namespace Prober.Lab.Saml;

/// <summary>Reads what came over the wire: white space as it is, for the digests, and no document type, for safety.</summary>
internal static class SamlXml
{
    /// <exception cref="SamlRefusalException">It is no XML, or brings a document type.</exception>
    public static XmlElement Parse(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            document.Load(reader);
        }
        catch (XmlException exception)
        {
            throw new SamlRefusalException($"The message is no XML: {exception.Message}");
        }

        return document.DocumentElement!;
    }

    public static XmlElement? Child(this XmlElement? element, string name) =>
        element?.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == name);

    public static IEnumerable<XmlElement> Children(this XmlElement? element, string name) =>
        element?.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name) ?? [];

    /// <summary>An attribute's value, or null where it is not there.</summary>
    public static string? Value(this XmlElement? element, string attribute) =>
        element?.HasAttribute(attribute) == true ? element.GetAttribute(attribute) : null;

    /// <summary>An attribute that is an instant, or null where there is none.</summary>
    public static DateTimeOffset? Time(this XmlElement? element, string attribute) =>
        element.Value(attribute) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
}
