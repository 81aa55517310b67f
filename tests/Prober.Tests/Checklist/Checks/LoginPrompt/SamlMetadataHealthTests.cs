using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Provider;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

/// <summary>Metadata and certificates that end are told before they end the logins.</summary>
public sealed class SamlMetadataHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [TestCase(30, 400, Verdict.Pass, "answered")]
    [TestCase(-1, 400, Verdict.Fail, "saml-metadata-ended")]
    [TestCase(30, -1, Verdict.Fail, "saml-certificate-ended")]
    [TestCase(30, 20, Verdict.Warn, "certificate-expiring")]
    public void Their_end_is_compared_with_the_run(int metadataDays, int certificateDays, Verdict verdict, string reason)
    {
        var result = EvidenceBuilder.Live().Provider(new ProviderMetadata
        {
            FetchedAt = Now,
            DiscoveryUrl = "https://login.localhost:7000/metadata",
            Saml = new()
            {
                ValidUntil = Now.AddDays(metadataDays),
                // The one that has ended long since stands beside its successor, as during a rollover.
                CertificateExpiry = new Dictionary<string, DateTimeOffset> { ["AA"] = Now.AddDays(-100), ["BB"] = Now.AddDays(certificateDays) },
            },
        }).Ask("login-prompt-idp-available");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)), result.Summary);
    }
}
