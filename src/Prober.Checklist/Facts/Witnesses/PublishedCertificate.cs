using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Prober.Evidence.Provider;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>A certificate that this login stands on, and when it ends.</summary>
/// <param name="Use">What it is for: <c>TLS of login.example.com</c>, <c>signing key 7f3a</c>.</param>
/// <param name="EndsAt">End of its validity.</param>
internal sealed record PublishedCertificate(string Use, DateTimeOffset EndsAt)
{
    /// <summary>Those of the hosts that were contacted, in the key set (RFC 7517 section 4.7) and in SAML metadata, unreadable ones left out.</summary>
    public static IReadOnlyList<PublishedCertificate> Of(ProviderMetadata metadata) =>
    [
        .. metadata.CertificateExpiry.Select(host => new PublishedCertificate($"TLS certificate of {host.Key}", host.Value)),
        .. (metadata.Keys?["keys"] as JsonArray ?? []).OfType<JsonObject>().Select(OfKey).OfType<PublishedCertificate>(),
        .. (metadata.Saml?.CertificateExpiry ?? new Dictionary<string, DateTimeOffset>())
            .Select(certificate => new PublishedCertificate($"SAML signing certificate {certificate.Key[..Math.Min(8, certificate.Key.Length)]}…", certificate.Value)),
    ];

    private static PublishedCertificate? OfKey(JsonObject key)
    {
        if (key["x5c"] is not JsonArray { Count: > 0 } chain || chain[0] is not JsonValue value || !value.TryGetValue<string>(out var text)) return null;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
            return new($"certificate of the signing key {key["kid"]}".TrimEnd(), certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
