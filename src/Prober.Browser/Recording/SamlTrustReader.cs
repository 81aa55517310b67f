using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Prober.Evidence.Provider;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Metadata;
using Prober.Evidence.Saml.Signatures;
using Prober.Scenarios;

namespace Prober.Browser.Recording;

/// <summary>Gathers what assertions are verified with: the metadata that was fetched, the certificate and keys that the scenario names.</summary>
internal static class SamlTrustReader
{
    public static SamlTrust Read(Scenario scenario, ProviderMetadata metadata)
    {
        // One set for both hops: whoever holds a key of the upstream provider can sign users in at the provider anyway.
        var published = new[] { metadata.Saml, metadata.UpstreamSaml }.OfType<SamlMetadata>().SelectMany(document => document.SigningCertificates);
        var named = new[] { scenario.Provider.Saml, scenario.Provider.Upstream?.Saml }.Select(settings => settings?.Certificate).OfType<string>().Select(Certificate).OfType<X509Certificate2>();
        return new(new([.. TrustedCertificates.Of(published).Certificates, .. named]), [.. scenario.Applications.Values.Select(application => application.Saml?.DecryptionKey).OfType<string>().Select(Key).OfType<RSA>()]);
    }

    private static X509Certificate2? Certificate(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static RSA? Key(string file)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
