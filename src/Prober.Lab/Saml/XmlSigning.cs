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

        foreach (var assertion in document.GetElementsByTagName("Assertion", SamlNames.Assertion.NamespaceName).Cast<XmlElement>().ToList())
            Sign(assertion, certificate);

        if (document.DocumentElement!.HasAttribute("ID"))
            Sign(document.DocumentElement, certificate);
        return document.OuterXml;
    }

    private static void Sign(XmlElement element, X509Certificate2 certificate)
    {
        var reference = new Reference("#" + element.GetAttribute("ID")) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());

        using var key = certificate.GetRSAPrivateKey();
        var signed = new SignedXml(element) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        signed.AddReference(reference);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();

        // The schema puts the signature right after the issuer (saml-core-2.0-os, 5.4 and the schema of StatusResponseType).
        var issuer = element.ChildNodes.OfType<XmlElement>().First(child => child.LocalName == "Issuer");
        element.InsertAfter(element.OwnerDocument.ImportNode(signed.GetXml(), deep: true), issuer);
    }
}
