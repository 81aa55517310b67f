using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class HealthyAssertionTests
{
    [Test]
    public void A_healthy_login_by_SAML_is_neither_red_nor_yellow_anywhere()
    {
        var report = new SamlFlow().Judge();

        Assert.That(report.Checks.Where(result => result.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error).Select(result => $"{result.Id} {result.Verdict} {result.Reason} {result.Summary}"), Is.Empty);
    }
}
