using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Prober.Evidence.Provider;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Signatures;
using Prober.Scenarios;

namespace Prober.Browser.Recording;

/// <summary>Gathers what assertions are verified with: the metadata that was fetched, the certificate and keys that the scenario names.</summary>
internal static class SamlTrustReader
{
    public static SamlTrust Read(Scenario scenario, ProviderMetadata metadata)
    {
        var certificates = TrustedCertificates.Of(metadata.Saml?.SigningCertificates ?? []).Certificates.ToList();
        if (scenario.Provider.Saml?.Certificate is { } file && Certificate(file) is { } named) certificates.Add(named);
        return new(new(certificates), [.. scenario.Applications.Values.Select(application => application.Saml?.DecryptionKey).OfType<string>().Select(Key).OfType<RSA>()]);
    }

    private static X509Certificate2? Certificate(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (CryptographicException)
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
