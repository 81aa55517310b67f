using System.Xml;

namespace Prober.Evidence.Saml.Reading;

/// <summary>Parses what came over the wire: white space as it is, because digests are over it; no document type, no outside reference, bounded in size and depth.</summary>
internal static class SamlXml
{
    /// <summary>Largest message read, in characters.</summary>
    public const int LargestMessage = 1 << 20;

    /// <summary>Deepest nesting read.</summary>
    public const int DeepestMessage = 64;

    public static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestMessage,
    };

    /// <summary>The message's outermost element, or why there is none.</summary>
    public static (XmlElement? Root, string? Error) Parse(string xml)
    {
        if (xml.Length > LargestMessage) return (null, $"the message is larger than {LargestMessage} characters");
        try
        {
            if (IsTooDeep(xml)) return (null, $"its elements are nested deeper than {DeepestMessage}");
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            document.Load(reader);
            return (document.DocumentElement, document.DocumentElement is null ? "there is no element in it" : null);
        }
        catch (XmlException exception)
        {
            return (null, xml.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                ? "it brings a document type, which a SAML message must not"
                : $"it is not well-formed XML at line {exception.LineNumber}, column {exception.LinePosition}");
        }
        catch (ArgumentException)
        {
            return (null, "it is not well-formed XML");
        }
    }

    // Before a tree is built: a tree of a million levels costs a stack.
    private static bool IsTooDeep(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
        {
            if (reader.Depth > DeepestMessage) return true;
        }

        return false;
    }
}
