using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Prober.Browser.Replay;

/// <summary>A certificate for one replay, in memory; the browser of a replay believes any, as it can reach nobody else.</summary>
internal static class ReplayCertificate
{
    public static X509Certificate2 Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Prober replay", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        // Windows' TLS wants a key that was imported.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
