using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Prober.Evidence.Har;
using Prober.Evidence.Saml.Reading;

namespace Prober.Evidence.Saml.Signatures;

/// <summary>Verifies the signature of the Redirect binding, which is over the query as it was sent, byte for byte (saml-bindings-2.0-os 3.4.4.1).</summary>
internal static class RedirectSignatureVerifier
{
    public static SamlSignature Verify(QueryString query, string messageName, TrustedCertificates trusted)
    {
        if (query["Signature"] is not { Length: > 0 } signature) return SamlSignature.None;
        var algorithm = query["SigAlg"].LastPart();
        var found = new SamlSignature { Algorithm = algorithm, Raw = signature };
        if (Redaction.Masks.IsMasked(signature)) return found with { Verdict = SamlSignatureVerdict.NotChecked, Detail = "the recording has the signature redacted" };
        if (HashOf(algorithm) is not { } hash) return found with { Verdict = SamlSignatureVerdict.Refused, Detail = $"the algorithm {algorithm ?? "(none)"} is not known" };
        if (trusted.Certificates.Count == 0) return found with { Verdict = SamlSignatureVerdict.NotChecked, Detail = "no certificate is known to verify it with" };
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var count)) return found with { Verdict = SamlSignatureVerdict.Invalid, Detail = "the signature is not base64" };
        var signed = Encoding.UTF8.GetBytes(SignedText(query, messageName));
        return found with
        {
            Verdict = trusted.Certificates.Any(certificate => Verifies(certificate, signed, bytes[..count], hash)) ? SamlSignatureVerdict.Valid : SamlSignatureVerdict.Invalid,
        };
    }

    private static string SignedText(QueryString query, string messageName) => string.Join('&', new[] { messageName, "RelayState", "SigAlg" }
        .SelectMany(name => query.Where(parameter => parameter.Name == name).Take(1)).Select(parameter => $"{parameter.RawName}={parameter.RawValue}"));

    private static bool Verifies(X509Certificate2 certificate, byte[] signed, byte[] signature, HashAlgorithmName hash)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null) return rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1);
        using var curve = certificate.GetECDsaPublicKey();
        return curve?.VerifyData(signed, signature, hash) == true;
    }

    private static HashAlgorithmName? HashOf(string? algorithm) => algorithm switch
    {
        "rsa-sha1" or "ecdsa-sha1" => HashAlgorithmName.SHA1,
        "rsa-sha256" or "ecdsa-sha256" => HashAlgorithmName.SHA256,
        "rsa-sha384" or "ecdsa-sha384" => HashAlgorithmName.SHA384,
        "rsa-sha512" or "ecdsa-sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
