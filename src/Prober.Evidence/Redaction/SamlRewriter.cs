using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Masks SAML messages from the inside, so that status, addressing, times and the names of attributes stay judgeable: signatures,
/// session indexes and encrypted parts become fingerprints, subjects and attribute values personal masks. Whatever does not decode is
/// masked whole.
/// </summary>
internal sealed class SamlRewriter(SecretMask mask, IReadOnlySet<string> keptValues)
{
    internal const int LargestMessage = 1 << 20;

    /// <summary>A decoded <c>SAMLRequest</c> or <c>SAMLResponse</c> parameter: base64 (POST binding) or base64 of DEFLATE (Redirect binding).</summary>
    public string Message(string value)
    {
        if (Masks.IsMasked(value)) return value;
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value.Replace(' ', '+'), bytes, out var count)) return mask(SecretKind.Assertion, value);
        var message = bytes.AsSpan(0, count);
        var packing = message.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..] ? SamlPacking.None : SamlPacking.Of(bytes, count);
        if (packing.Open(bytes, count) is not { } xml || Xml(xml) is not { } rewritten) return mask(SecretKind.Assertion, value);
        return rewritten == xml ? value : Convert.ToBase64String(packing.Close(Encoding.UTF8.GetBytes(rewritten)));
    }

    /// <summary>The message as XML, masked; null when it is none.</summary>
    public string? Xml(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestMessage });
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            var changed = false;
            foreach (var element in document.Descendants().Where(element => !element.HasElements).ToList()) changed |= Mask(element);
            foreach (var index in document.Descendants().Attributes("SessionIndex").ToList()) changed |= Set(index.Value, mask(SecretKind.Session, index.Value), index.SetValue);
            foreach (var address in document.Descendants().Where(element => element.Name.LocalName == "SubjectConfirmationData").Attributes("Address").ToList())
                changed |= Set(address.Value, mask(SecretKind.Personal, address.Value), address.SetValue);
            return changed ? document.ToString(SaveOptions.DisableFormatting) : xml;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private bool Mask(XElement element)
    {
        SecretKind? kind = element.Name.LocalName switch
        {
            "SignatureValue" or "CipherValue" => SecretKind.Assertion,
            "SessionIndex" => SecretKind.Session,
            "NameID" or "NameIdentifier" or "BaseID" => SecretKind.Personal,
            "AttributeValue" when !keptValues.Contains(element.Value) => SecretKind.Personal,
            _ => null,
        };
        return kind is { } known && Set(element.Value, mask(known, element.Value.Trim()), element.SetValue);
    }

    private static bool Set(string before, string after, Action<string> write)
    {
        if (before.Trim() == after) return false;
        write(after);
        return true;
    }
}
