using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Prober.Lab.Hosting;

/// <summary>The self-signed certificate of a lab that speaks https; made once a process and known to nobody else.</summary>
internal static class LabCertificate
{
    private static readonly Lazy<X509Certificate2> Made = new(() => Create(TimeSpan.FromDays(-1), TimeSpan.FromDays(365)));

    private static readonly Lazy<X509Certificate2> MadeLongAgo = new(() => Create(TimeSpan.FromDays(-400), TimeSpan.FromDays(-3)));

    public static X509Certificate2 Instance => Made.Value;

    /// <summary>One that nobody renewed.</summary>
    public static X509Certificate2 Expired => MadeLongAgo.Value;

    /// <summary>SHA-256 of the public key, in base64: how Chromium is told to trust this one certificate.</summary>
    public static string PublicKeyHash =>
        Convert.ToBase64String(SHA256.HashData(Instance.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>Servers of the lab trust both, as one would that has not looked at the date.</summary>
    public static bool IsOurs(X509Certificate presented) =>
        presented.GetCertHashString() == Instance.GetCertHashString() || presented.GetCertHashString() == Expired.GetCertHashString();

    private static X509Certificate2 Create(TimeSpan from, TimeSpan until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Prober lab", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in LabNames.All)
            names.AddDnsName(name);

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now + from, now + until);

        // Kestrel needs a key that the platform's TLS stack can reach; a PKCS#12 round trip gives it one everywhere.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
