using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace Prober.Lab.Saml;

/// <summary>Enveloped signatures as SAML wants them: one reference to the element's own ID, exclusive canonicalisation, SHA-256.</summary>
internal static class XmlSigning
{
    /// <summary>Signs every assertion inside first, then the message itself.</summary>
    public static string Sign(XElement message, X509Certificate2 certificate)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        using (var reader = message.CreateReader())
            document.Load(reader);

        foreach (var assertion in document.GetElementsByTagName("Assertion", "*").Cast<XmlElement>().ToList())
            Sign(assertion, certificate);

        if (document.DocumentElement!.HasAttribute("ID"))
            Sign(document.DocumentElement, certificate);
        return document.OuterXml;
    }

    private static void Sign(XmlElement element, X509Certificate2 certificate)
    {
        var reference = new Reference("#" + IdentifiedXml.IdOf(element)) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());

        using var key = certificate.GetRSAPrivateKey();
        var signed = new IdentifiedXml(element) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        signed.AddReference(reference);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();

        // SAML 2.0 wants the signature right after the issuer (schema of StatusResponseType), 1.1 at the end, metadata at the beginning.
        var xml = element.OwnerDocument.ImportNode(signed.GetXml(), deep: true);
        var issuer = element.Child("Issuer");
        if (issuer is not null)
            element.InsertAfter(xml, issuer);
        else if (element.LocalName == "EntityDescriptor")
            element.PrependChild(xml);
        else
            element.AppendChild(xml);
    }
}
