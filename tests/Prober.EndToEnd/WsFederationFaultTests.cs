using NUnit.Framework;
using Prober.Checklist;
using Prober.Lab;

namespace Prober.EndToEnd;

/// <summary>Faults of the catalogue that concern what an assertion says, run once more under WS-Federation: the same check names them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WsFederationFaultTests
{
    [TestCase(Fault.SamlWrongAudience, "claims-saml-audience")]
    [TestCase(Fault.SamlNotYetValid, "claims-saml-conditions")]
    [TestCase(Fault.SamlCertificateRolledOver, "claims-saml-signature")]
    [TestCase(Fault.SamlGroupsMissing, "claims-saml-attributes")]
    public async Task Is_named(Fault fault, string headline)
    {
        var run = await LabJourney.WalkAsync(
            new LabOptions { Fault = fault }, LabScenario.WsFederation, adjust: scenario => FaultJourneys.Shorten(scenario, fault), pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Headline?.Check, Is.EqualTo(headline), Story.Of(run));
            Assert.That(run.Report.Checks.Where(check => check.Id.StartsWith("claims-", StringComparison.Ordinal) && check.Verdict == Verdict.Fail).Select(check => check.Id),
                Is.EqualTo(new[] { headline }), Story.Of(run));
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Error), Is.Empty, Story.Of(run));
            Assert.That(run.Leaks, Is.Empty);
        });
    }
}
