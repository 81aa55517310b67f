using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Metadata;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Decoding;

/// <summary>Reads what a message is verified and opened with from files that a person names.</summary>
/// <param name="Certificate">The provider's signing certificate, PEM or DER; null when not given.</param>
/// <param name="Metadata">The provider's SAML metadata; null when not given.</param>
/// <param name="Key">The application's private key in PEM; null when not given.</param>
internal sealed record SamlTrustFiles(string? Certificate, string? Metadata, string? Key)
{
    public bool HasTrust => Certificate is not null || Metadata is not null;

    /// <exception cref="UsageException">A file cannot be read, or is not what it should be.</exception>
    public SamlTrust Read() => new(new TrustedCertificates([.. OfCertificate(), .. OfMetadata()]), [.. OfKey()]);

    private IEnumerable<X509Certificate2> OfCertificate()
    {
        if (Certificate is not null) yield return Try(Certificate, "certificate", X509CertificateLoader.LoadCertificateFromFile);
    }

    private IReadOnlyList<X509Certificate2> OfMetadata()
    {
        if (Metadata is null) return [];
        var (metadata, error) = SamlMetadataReader.Read(Try(Metadata, "metadata", File.ReadAllText));
        if (metadata is null) throw new UsageException($"{Metadata}: expected SAML metadata of an identity provider, but {error}");
        var certificates = TrustedCertificates.Of(metadata.SigningCertificates).Certificates;
        return certificates.Count > 0 ? certificates : throw new UsageException($"{Metadata}: expected a signing certificate in it, found none");
    }

    private IEnumerable<RSA> OfKey()
    {
        if (Key is null) yield break;
        var key = RSA.Create();
        key.ImportFromPem(Try(Key, "key", File.ReadAllText));
        yield return key;
    }

    private static T Try<T>(string file, string what, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException($"{file}: expected a {what} file: {exception.Message}");
        }
    }
}
