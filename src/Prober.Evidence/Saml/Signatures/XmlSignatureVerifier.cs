using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Prober.Evidence.Saml.Reading;

namespace Prober.Evidence.Saml.Signatures;

/// <summary>
/// Verifies the enveloped signature of a message or assertion (saml-core-2.0-os 5.4): one reference, to the very element it stands in, with no
/// transformation but the two allowed, by a certificate that is trusted. Everything else is a verdict, never an exception.
/// </summary>
internal static class XmlSignatureVerifier
{
    private static readonly HashSet<string> Transforms =
        [SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigExcC14NWithCommentsTransformUrl];

    public static SamlSignature Verify(XmlElement element, TrustedCertificates trusted)
    {
        if (element.Children("Signature").FirstOrDefault(child => child.NamespaceURI == SignedXml.XmlDsigNamespaceUrl) is not { } signature)
            return SamlSignature.None;
        try
        {
            return Verify(element, signature, trusted);
        }
        catch (Exception exception) when (exception is CryptographicException or XmlException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return new() { Verdict = SamlSignatureVerdict.Refused, Raw = signature.Child("SignatureValue").Text(), Detail = "the signature cannot be read: " + exception.Message.Split('\n')[0].TrimEnd('.') };
        }
    }

    private static SamlSignature Verify(XmlElement element, XmlElement signature, TrustedCertificates trusted)
    {
        var own = CertificateOf(signature);
        var found = Describe(signature, own);
        if (Masked(signature)) return found with { Verdict = SamlSignatureVerdict.NotChecked, Detail = "the recording has the signature redacted" };
        var signed = new IdentifiedXml(element);
        signed.LoadXml(signature);
        if (Wrapping(element, signed) is { } wrapped) return found with { Verdict = SamlSignatureVerdict.Wrapped, Detail = wrapped };
        if (ForbiddenTransform(signed) is { } transform) return found with { Verdict = SamlSignatureVerdict.Refused, Detail = $"it asks for the transformation {transform}" };
        if (trusted.Certificates.FirstOrDefault(certificate => signed.CheckSignature(certificate, verifySignatureOnly: true)) is { } by)
            return Dated(found, by) with { Verdict = SamlSignatureVerdict.Valid };
        if (own is null || !signed.CheckSignature(own, verifySignatureOnly: true))
            return found with { Verdict = own is null && trusted.Certificates.Count == 0 ? SamlSignatureVerdict.NotChecked : SamlSignatureVerdict.Invalid, Detail = own is null ? "no certificate is known to verify it with" : "digest or signature do not fit the content" };
        return trusted.Certificates.Count == 0
            ? found with { Verdict = SamlSignatureVerdict.ValidUntrusted, Detail = "no trusted certificate is known" }
            : found with { Verdict = SamlSignatureVerdict.OtherCertificate, Detail = "it was signed by a certificate that is not the trusted one" };
    }

    private static string? Wrapping(XmlElement element, IdentifiedXml signed)
    {
        if (signed.SignedInfo!.References is not [Reference reference]) return $"it has {signed.SignedInfo.References.Count} references instead of one";
        var id = element.Attribute("ID") ?? element.Attribute("AssertionID") ?? "";
        if (reference.Uri != "#" + id) return "it signs another element than the one it stands in";
        return element.OwnerDocument.SelectNodes("//*[@ID or @AssertionID]")!.Cast<XmlElement>().Count(other => (other.Attribute("ID") ?? other.Attribute("AssertionID")) == id) > 1
            ? "another element bears the same ID" : null;
    }

    private static string? ForbiddenTransform(IdentifiedXml signed)
    {
        var chain = ((Reference)signed.SignedInfo!.References[0]!).TransformChain;
        return Enumerable.Range(0, chain.Count).Select(index => chain[index].Algorithm).FirstOrDefault(algorithm => algorithm is null || !Transforms.Contains(algorithm)).LastPart();
    }

    private static SamlSignature Describe(XmlElement signature, X509Certificate2? own)
    {
        var info = signature.Child("SignedInfo");
        var described = new SamlSignature
        {
            Raw = signature.Child("SignatureValue").Text(),
            Algorithm = info.Child("SignatureMethod").Attribute("Algorithm").LastPart(),
            DigestAlgorithm = info.Child("Reference").Child("DigestMethod").Attribute("Algorithm").LastPart(),
            Thumbprint = own is null ? null : TrustedCertificates.ThumbprintOf(own),
        };
        return own is null ? described : Dated(described, own);
    }

    private static SamlSignature Dated(SamlSignature signature, X509Certificate2 certificate) => signature with
    {
        CertificateBegins = new DateTimeOffset(certificate.NotBefore.ToUniversalTime(), TimeSpan.Zero),
        CertificateEnds = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero),
    };

    private static X509Certificate2? CertificateOf(XmlElement signature) =>
        signature.Child("KeyInfo").Child("X509Data").Child("X509Certificate").Text() is { } encoded ? TrustedCertificates.Read(encoded) : null;

    private static bool Masked(XmlElement signature) => Redaction.Masks.IsMasked(signature.Child("SignatureValue").Text() ?? "");

    /// <summary>Finds the element by SAML's own names for an ID, and only within the element that is judged.</summary>
    private sealed class IdentifiedXml : SignedXml
    {
        private readonly XmlElement _element;

        public IdentifiedXml(XmlElement element)
            : base(element) => _element = element;

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            (_element.Attribute("ID") ?? _element.Attribute("AssertionID")) == idValue ? _element : null;
    }
}
