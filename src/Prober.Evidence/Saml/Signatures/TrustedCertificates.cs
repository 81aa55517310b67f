using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Prober.Evidence.Saml.Signatures;

/// <summary>The certificates whose signatures are believed, from metadata or the scenario. None known is not the same as none trusted.</summary>
public sealed class TrustedCertificates(IReadOnlyList<X509Certificate2> certificates)
{
    public static TrustedCertificates Unknown { get; } = new([]);

    public IReadOnlyList<X509Certificate2> Certificates { get; } = certificates;

    /// <summary>Reads certificates in base64 of DER, as metadata carries them, or in PEM; what is no certificate is left out.</summary>
    public static TrustedCertificates Of(IEnumerable<string> encoded) => new([.. encoded.Select(Read).OfType<X509Certificate2>()]);

    /// <summary>One certificate, or null.</summary>
    public static X509Certificate2? Read(string encoded)
    {
        try
        {
            return encoded.Contains("-----BEGIN", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(encoded)
                : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(string.Concat(encoded.Where(character => !char.IsWhiteSpace(character)))));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public static string ThumbprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public bool Contains(X509Certificate2 certificate) => Certificates.Any(trusted => trusted.RawData.AsSpan().SequenceEqual(certificate.RawData));
}
