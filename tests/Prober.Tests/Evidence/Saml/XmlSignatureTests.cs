using System.Security.Cryptography.Xml;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Tests.Evidence.Saml;

/// <summary>What a signature is worth: of the right element, by the right key, without a trick.</summary>
public sealed class XmlSignatureTests
{
    private static readonly SignedResponse Good = new();

    [Test]
    public void Both_signatures_hold()
    {
        var message = Read(Good with { SignResponse = true });

        Assert.That((message.Signature.Verdict, message.Assertions[0].Signature.Verdict), Is.EqualTo((SamlSignatureVerdict.Valid, SamlSignatureVerdict.Valid)));
        Assert.That(message.Signature.CertificateEnds!.Value.Year, Is.EqualTo(2035));
    }

    private static IEnumerable<TestCaseData> Bad()
    {
        yield return Case("content changed", SamlSignatureVerdict.Invalid, Good with { Tamper = xml => xml.Replace("editors", "owners!", StringComparison.Ordinal) });
        yield return Case("white space changed", SamlSignatureVerdict.Invalid, Good with { Tamper = xml => xml.Replace("<saml:Subject>", "<saml:Subject> ", StringComparison.Ordinal) });
        yield return Case("another key", SamlSignatureVerdict.OtherCertificate, Good with { SignedBy = SignedResponse.Create(new(2034, 1, 1, 0, 0, 0, TimeSpan.Zero)) });
        yield return Case("another element signed", SamlSignatureVerdict.Wrapped, Good with { Tamper = xml => xml.Replace("ID=\"_assertion1\"", "ID=\"_forged\"", StringComparison.Ordinal) });
        yield return Case("ID borne twice", SamlSignatureVerdict.Wrapped, Good with { Tamper = xml => xml.Replace("<samlp:Status>", "<samlp:Extensions ID=\"_assertion1\"/><samlp:Status>", StringComparison.Ordinal) });
        yield return Case("no certificate, key unknown", SamlSignatureVerdict.Invalid, Good with { SignedBy = SignedResponse.Create(new(2034, 1, 1, 0, 0, 0, TimeSpan.Zero)), Signing = signed => signed.KeyInfo = new KeyInfo() });
        yield return Case("transformation by a program", SamlSignatureVerdict.Refused, Good with { Tamper = xml => xml.Replace(SignedXml.XmlDsigExcC14NTransformUrl + "\" /></", SignedXml.XmlDsigXsltTransformUrl + "\" /></", StringComparison.Ordinal) });
    }

    [TestCaseSource(nameof(Bad))]
    public void What_is_wrong_is_named(object response, SamlSignatureVerdict expected) =>
        Assert.That(Read((SignedResponse)response).Assertions[0].Signature.Verdict, Is.EqualTo(expected));

    [Test]
    public void Old_hashes_are_told_by_name()
    {
        var signature = Read(Good with { Signing = signed => signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url }).Assertions[0].Signature;

        Assert.That((signature.Verdict, signature.Algorithm, signature.DigestAlgorithm), Is.EqualTo((SamlSignatureVerdict.Valid, "rsa-sha1", "sha256")));
    }

    [Test]
    public void A_comment_does_not_cut_the_subject()
    {
        // The signature does not cover comments, and readers that stop at one take "admin@corp.example" for the subject.
        var assertion = Read(Good with { NameId = "<saml:NameID>admin@corp.example<!---->.evil.example</saml:NameID>" }).Assertions[0];

        Assert.That((assertion.NameId, assertion.Signature.Verdict), Is.EqualTo(("admin@corp.example.evil.example", SamlSignatureVerdict.Valid)));
    }

    [Test]
    public void Without_anybody_to_trust_only_integrity_is_told() =>
        Assert.That(Read(Good, SamlTrust.None).Assertions[0].Signature.Verdict, Is.EqualTo(SamlSignatureVerdict.ValidUntrusted));

    private static SamlMessage Read(SignedResponse response, SamlTrust? trust = null) => SamlHarvest.Read(
        SamlCarrier.OfText(Convert.ToBase64String(Encoding.UTF8.GetBytes(response.Xml())), TestHar.Start), new(), trust ?? new(new TrustedCertificates([SignedResponse.Certificate]), []));

    private static TestCaseData Case(string name, SamlSignatureVerdict expected, SignedResponse response) => new TestCaseData(response, expected).SetArgDisplayNames(name);
}
