using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Lab;
using Prober.Tests.Checklist.Permutations;

namespace Prober.EndToEnd.Files;

/// <summary>Hundreds of analyses of what a browser recorded in a lab in good order, mistreated in every usual way: no failure, no broken check.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class PermutedRecordingTests
{
    private const int RoundsPerRecording = 66;

    public static IEnumerable<TestCaseData> Recordings =>
    [
        Case("server-side", LabScenario.ServerSide),
        Case("browser application", LabScenario.BrowserApplication),
        Case("federated", LabScenario.Federated),
        Case("SAML", LabScenario.Saml),
        Case("WS-Federation", LabScenario.WsFederation),
        Case("https", LabScenario.ServerSide, new LabOptions { Https = true }),
        Case("silent sign-in first", LabScenario.BrowserApplication, new LabOptions { SilentSignInFirst = true }),
    ];

    [TestCaseSource(nameof(Recordings))]
    public async Task Healthy_recordings_never_fail(LabScenario scenario, LabOptions options)
    {
        var healthy = (await HealthyRecording.OfAsync(scenario, options)).Live;
        var bad = new List<string>(Judge("as it is", healthy));
        for (var seed = 1u; seed <= RoundsPerRecording; seed++)
        {
            var (name, bundle) = EvidencePermutations.Of(healthy, seed);
            bad.AddRange(Judge($"{seed}: {name}", bundle));
        }

        Assert.That(bad, Is.Empty);
    }

    private static IEnumerable<string> Judge(string name, EvidenceBundle bundle) => ChecklistRunner.Run(bundle).Checks
        .Where(check => check.Verdict is Verdict.Fail or Verdict.Error)
        .Select(check => $"{name}: {check.Id} {check.Verdict} {check.Reason}: {check.Summary}");

    private static TestCaseData Case(string name, LabScenario scenario, LabOptions? options = null) =>
        new TestCaseData(scenario, options ?? new LabOptions()).SetArgDisplayNames(name);
}
