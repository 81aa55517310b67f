using System.Globalization;
using Prober.Evidence.Saml.Metadata;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>How long the provider's SAML metadata and signing certificates last (saml-metadata-2.0-os 2.3.2 and 2.4.1.1).</summary>
internal static class SamlMetadataHealth
{
    private static readonly TimeSpan CertificateForecast = TimeSpan.FromDays(30);

    public static Finding? Failure(EvidenceReader evidence)
    {
        var now = evidence.Run.StartedAt;
        if (evidence.Bundle.Provider.Value?.Saml is not { } metadata) return null;
        if (metadata.ValidUntil is { } until && until <= now)
            return Finding.Fail("saml-metadata-ended", $"The provider's SAML metadata is valid until {Day(until)} only, so no application may use it any more.", Pointer("validUntil", until)) with
            { Remedy = "Publish the metadata anew with a later validUntil." };
        return LastCertificate(metadata) is { } last && last <= now
            ? Finding.Fail("saml-certificate-ended", $"The last of the provider's SAML signing certificates ended on {Day(last)}.", Pointer("X509Certificate", last)) with
            { Remedy = "Roll the signing certificate over, and give the new one to every application." }
            : null;
    }

    public static Finding? Warning(EvidenceReader evidence)
    {
        if (evidence.Bundle.Provider.Value?.Saml is not { } metadata || LastCertificate(metadata) is not { } last) return null;
        return last - evidence.Run.StartedAt < CertificateForecast
            ? Finding.Warn("certificate-expiring", $"The last of the provider's SAML signing certificates ends on {Day(last)}.", Pointer("X509Certificate", last)) with
            { Remedy = "Roll the signing certificate over before it ends, and give the new one to every application first." }
            : null;
    }

    // During a rollover an old certificate stands beside its successor: the last to end counts.
    private static DateTimeOffset? LastCertificate(SamlMetadata metadata) => metadata.CertificateExpiry.Count == 0 ? null : metadata.CertificateExpiry.Values.Max();

    private static EvidencePointer Pointer(string field, DateTimeOffset value) => EvidencePointer.Api($"saml-metadata/{field}", Day(value));

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
