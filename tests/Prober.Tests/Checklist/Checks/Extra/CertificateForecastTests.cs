using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Provider;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class CertificateForecastTests
{
    private const string Check = "extra-tls-cert-forecast";

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [TestCase(45, Verdict.Pass, "valid")]
    [TestCase(29.5, Verdict.Warn, "soon")]
    [TestCase(13.5, Verdict.Warn, "urgent")]
    [TestCase(-1, Verdict.Warn, "expired")]
    public void The_certificate_of_a_host_is_looked_at_before_it_ends(double days, Verdict verdict, string reason)
    {
        var result = Ask(Metadata() with { CertificateExpiry = new Dictionary<string, DateTimeOffset> { ["login.example"] = Now.AddDays(days), ["app.example"] = Now.AddYears(1) } });

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)), result.Summary);
        Assert.That(result.Summary, Does.Contain("login.example"));
    }

    [Test]
    public void The_certificate_of_a_signing_key_is_looked_at_too()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=signing", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddYears(-1), Now.AddDays(20));
        var keys = new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject { ["kid"] = "broken", ["x5c"] = new JsonArray("%%%") },
                new JsonObject { ["kid"] = "k1", ["x5c"] = new JsonArray(Convert.ToBase64String(certificate.RawData)) }),
        };

        Assert.That(Ask(Metadata() with { Keys = keys }), Has.Property("Reason").EqualTo("soon").And.Property("Summary").Contains("signing key k1"));
    }

    [Test]
    public void Plain_http_has_nothing_to_forecast() => Assert.That(Ask(Metadata()).Verdict, Is.EqualTo(Verdict.NotApplicable));

    private static Prober.Checklist.Reports.CheckResult Ask(ProviderMetadata metadata) => EvidenceBuilder.Live().Provider(metadata).Ask(Check);

    private static ProviderMetadata Metadata() => new() { FetchedAt = Now, DiscoveryUrl = HealthyFlow.Provider + "/.well-known/openid-configuration" };
}
