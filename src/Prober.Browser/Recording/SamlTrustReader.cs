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
    public static SamlTrust Read(Scenario scenario, ProviderMetadata? metadata) => new(
        [.. Issuer(metadata?.Saml, scenario.Provider.Saml), .. Issuer(metadata?.UpstreamSaml, scenario.Provider.Upstream?.Saml)],
        [.. scenario.Applications.Values.Select(application => application.Saml?.DecryptionKey).OfType<string>().Select(Key).OfType<RSA>()]);

    /// <summary>One party with the certificates that it published and the one that the scenario names; nobody, where there is neither.</summary>
    private static IEnumerable<TrustedIssuer> Issuer(SamlMetadata? published, SamlProviderSettings? settings)
    {
        var named = settings?.Certificate is { } file ? Certificate(file) : null;
        IReadOnlyList<X509Certificate2> certificates =
            [.. TrustedCertificates.Of(published?.SigningCertificates ?? []).Certificates, .. named is null ? [] : new[] { named }];
        if (certificates.Count > 0) yield return new(settings?.EntityId ?? published?.EntityId, new(certificates));
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
