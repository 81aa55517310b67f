using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Prober.Lab.Provider;
using Prober.Lab.Upstream;

namespace Prober.Lab.Saml;

/// <summary>Self-signed certificates for signatures in XML, made when the first message needs one.</summary>
internal static class SamlCertificates
{
    private static readonly Lazy<X509Certificate2> OfProvider = new(() => Create("Lab identity provider", SigningKeys.Current.Rsa));
    private static readonly Lazy<X509Certificate2> AfterRollover = new(() => Create("Lab identity provider after rollover", SigningKeys.Rotated.Rsa));
    private static readonly Lazy<X509Certificate2> OfUpstream = new(() => Create("Workforce Directory", UpstreamProvider.Key.Rsa));
    private static readonly Lazy<X509Certificate2> OfApplication = new(() => Create("Lab SAML application", RSA.Create(2048)));

    public static X509Certificate2 Provider => OfProvider.Value;

    /// <summary>The identity provider's next certificate, which nobody has been told of yet.</summary>
    public static X509Certificate2 RolledOver => AfterRollover.Value;

    public static X509Certificate2 Upstream => OfUpstream.Value;

    public static X509Certificate2 Application => OfApplication.Value;

    private static X509Certificate2 Create(string name, RSA key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));
    }
}
