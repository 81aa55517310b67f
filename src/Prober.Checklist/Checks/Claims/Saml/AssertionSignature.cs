using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Whether the very assertion that is believed was signed by the certificate that is trusted.</summary>
public sealed class AssertionSignature : AssertionCheck
{
    private static readonly TimeSpan CertificateForecast = TimeSpan.FromDays(30);

    public override CheckInfo Info { get; } = new(
        "claims-saml-signature",
        Stage.Claims,
        CheckClass.Root,
        Question: "Is the assertion signed with the provider's trusted certificate?",
        Why: "Without its own valid signature an assertion could come from anybody; a certificate rolled over without notice stops every login at once.",
        Remedy: "Give the application the provider's current signing certificate or its metadata, and have the provider sign the assertion.")
    {
        DependsOn = ["claims-saml-status"],
        Owner = FaultOwner.Configuration,
        References = ["SAML 2.0 Core (saml-core-2.0-os) section 5.4", "https://www.w3.org/TR/xmldsig-core1/"],
        AnsweredBy = "the unredacted message with the provider's metadata (provider.saml in the scenario)",
        Reasons = Reasons(
            ("valid", "Signed with the trusted certificate."),
            ("unsigned", "Neither message nor assertion is signed."),
            ("invalid", "The signature does not fit the content."),
            ("wrapped", "The signed element is not the one that is consumed."),
            ("other-certificate", "Signed with a certificate that is not the trusted one."),
            ("refused", "The signature asks for what must not be followed."),
            ("untrusted", "It fits the certificate it brought along, and no trusted one is known."),
            ("weak", "It rests on SHA-1."),
            ("certificate-begins", "The certificate is not valid yet."),
            ("certificate-ends", "The certificate has ended, or will soon."),
            ("not-checked", "It could not be verified.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        var finding = Verdict(received);
        return SignatureCoverage.Deciding(received.Message).ToldByCopy ? CopyTold.Of(finding) : finding;
    }

    private static Finding Verdict(ReceivedAssertion received)
    {
        var message = received.Message;
        if (message.Assertions.Count == 0 && message.EncryptedWith.Count == 0) return NoAssertion(received);
        var signature = SignatureCoverage.Deciding(message);
        var pointer = received.Points("Signature", signature.Algorithm ?? "absent");
        return SignatureCoverage.Of(message) switch
        {
            SamlSignatureVerdict.Valid => Weakness(received, signature, pointer) ?? Finding.Pass("valid", $"{received.Name} is signed with the trusted certificate.", pointer),
            SamlSignatureVerdict.ValidUntrusted => Finding.Warn("untrusted",
                $"{received.Name} is signed with the certificate it brought along; whether that is the provider's was not told.", pointer) with
            { Remedy = "Name the provider's metadata or certificate in the scenario (provider.saml), so that trust can be judged too.", Confidence = Confidence.Medium },
            SamlSignatureVerdict.Absent when message.EncryptedWith.Count > 0 => Finding.Inconclusive("not-checked", $"The signature of {received.NameInSentence} is inside the encryption.", pointer),
            SamlSignatureVerdict.Absent => Failed("unsigned", $"{received.Name} is not signed, neither as a whole nor in its assertion.", OwnerOf(received), "Have the provider sign the assertion."),
            SamlSignatureVerdict.Wrapped => Failed("wrapped", $"In {received.NameInSentence} the signature covers another element than the assertion that stands first: that is how signatures are wrapped around forged assertions.",
                OwnerOf(received), "Treat it as an attack until it is explained; the application must consume only the element that is signed."),
            SamlSignatureVerdict.Invalid => Failed("invalid", $"The signature of {received.NameInSentence} does not hold: {signature.Detail}.", OwnerOf(received),
                "Find what changes the message after it was signed (a proxy, a pretty-printer), or the key that no longer belongs to the certificate."),
            SamlSignatureVerdict.OtherCertificate => Failed("other-certificate",
                $"{received.Name} is signed with a certificate that is not the trusted one (SHA-256 {Short(signature.Thumbprint)}): the provider's key was rolled over.",
                FaultOwner.Configuration, "Upload the provider's new signing certificate to the application, or have it read the provider's metadata."),
            SamlSignatureVerdict.Refused => Failed("refused", $"The signature of {received.NameInSentence} must not be followed: {signature.Detail}.", OwnerOf(received), "Have the provider sign with exclusive canonicalization and the enveloped-signature transformation alone."),
            _ => Finding.Inconclusive("not-checked", $"The signature of {received.NameInSentence} was not verified: {signature.Detail ?? "it was not tried"}.", pointer),
        };

        Finding Failed(string reason, string summary, FaultOwner owner, string remedy) => Finding.Fail(reason, summary, pointer) with { Fault = owner, Remedy = remedy };
    }

    private static Finding? Weakness(ReceivedAssertion received, SamlSignature signature, EvidencePointer pointer)
    {
        if (signature.CertificateEnds is { } end && end - received.Message.At < CertificateForecast)
            return Finding.Warn("certificate-ends", end <= received.Message.At
                ? $"The certificate that signed {received.NameInSentence} ended on {end:yyyy-MM-dd}; strict applications refuse it."
                : $"The certificate that signed {received.NameInSentence} ends on {end:yyyy-MM-dd}, in {(end - received.Message.At).TotalDays:0} days.", received.Points("Signature/X509Certificate", $"{end:yyyy-MM-dd}")) with
            { Remedy = "Roll the provider's signing certificate over, and give the new one to every application before the old one ends." };
        if (signature.CertificateBegins is { } begin && begin > received.Message.At)
            return Finding.Warn("certificate-begins", $"The certificate that signed {received.NameInSentence} is valid only from {begin:yyyy-MM-dd} on.",
                received.Points("Signature/X509Certificate", $"{begin:yyyy-MM-dd}"));
        return signature.Algorithm?.EndsWith("sha1", StringComparison.Ordinal) == true || signature.DigestAlgorithm == "sha1"
            ? Finding.Warn("weak", $"The signature of {received.NameInSentence} rests on SHA-1, which current libraries begin to refuse.", pointer) with { Remedy = "Have the provider sign with RSA-SHA256 and a SHA-256 digest." }
            : null;
    }

    private static string Short(string? thumbprint) => thumbprint is { Length: > 16 } ? thumbprint[..16] + "…" : thumbprint ?? "unknown";
}
