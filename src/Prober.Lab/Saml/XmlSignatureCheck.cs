using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Prober.Lab.Saml;

/// <summary>Whether the very element that is about to be believed was signed by the one certificate that is trusted.</summary>
internal static class XmlSignatureCheck
{
    private static readonly HashSet<string> Transforms = [SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl];

    public static bool IsSignedBy(XmlElement element, X509Certificate2 trusted)
    {
        var signatures = element.ChildNodes.OfType<XmlElement>()
            .Where(child => child.LocalName == "Signature" && child.NamespaceURI == SignedXml.XmlDsigNamespaceUrl).ToList();
        if (signatures is not [var signature] || !IsOnlyOneOfItsId(element))
            return false;

        var signed = new IdentifiedXml(element);
        signed.LoadXml(signature);
        return signed.SignedInfo!.References is [Reference reference]
            && reference.Uri == "#" + IdentifiedXml.IdOf(element)
            && Enumerable.Range(0, reference.TransformChain.Count).All(index => Transforms.Contains(reference.TransformChain[index].Algorithm!))
            && signed.CheckSignature(trusted, verifySignatureOnly: true);
    }

    // Two elements of one ID are how a forged assertion hides behind a signed one.
    private static bool IsOnlyOneOfItsId(XmlElement element)
    {
        var id = IdentifiedXml.IdOf(element);
        return id.Length > 0
            && element.OwnerDocument.SelectNodes("//*[@ID or @AssertionID]")!.Cast<XmlElement>().Count(other => IdentifiedXml.IdOf(other) == id) == 1;
    }
}
