using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Prober.Tests.Evidence.Saml;

/// <summary>Signs an element as providers do, or differently where a test says so.</summary>
internal static class XmlSigning
{
    /// <summary>The signature is put behind the element's first child, where schemas want it.</summary>
    public static void Sign(XmlElement element, X509Certificate2 by, string idAttribute = "ID", Action<SignedXml>? change = null)
    {
        using var key = by.GetRSAPrivateKey();
        var signed = new ByAttribute(element, idAttribute) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("#" + element.GetAttribute(idAttribute)) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(by));
        change?.Invoke(signed);
        signed.ComputeSignature();
        element.InsertAfter(element.OwnerDocument.ImportNode(signed.GetXml(), deep: true), element.ChildNodes.OfType<XmlElement>().First());
    }

    private sealed class ByAttribute(XmlElement element, string name) : SignedXml(element)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            document?.SelectSingleNode($"//*[@{name}='{idValue}']") as XmlElement;
    }
}
