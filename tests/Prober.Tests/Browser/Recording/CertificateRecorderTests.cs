using NUnit.Framework;
using Prober.Browser.Recording;
using Prober.Lab;

namespace Prober.Tests.Browser.Recording;

public sealed class CertificateRecorderTests
{
    [Test]
    public async Task Every_https_host_that_was_asked_tells_when_its_certificate_ends()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Https = true }, CancellationToken.None);
        var recorder = new CertificateRecorder(TimeProvider.System);
        recorder.See(lab.Portal.AbsoluteUri);
        recorder.See(new Uri(lab.Portal, "/again").AbsoluteUri);
        recorder.See(lab.Billing.AbsoluteUri);
        recorder.See("http://plain.localhost/");
        recorder.See("https://nobody.localhost:1/");
        recorder.See("data:text/html,hello");

        var known = new Dictionary<string, DateTimeOffset> { ["login.localhost"] = DateTimeOffset.UnixEpoch };
        var found = await recorder.ReadAsync(known);

        Assert.That(found.Keys, Is.EquivalentTo(new[] { "login.localhost", "portal.localhost", "billing.localhost" }));
        Assert.That(found["portal.localhost"], Is.EqualTo(TimeProvider.System.GetUtcNow().AddYears(1)).Within(TimeSpan.FromDays(2)));
    }
}
