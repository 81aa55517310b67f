using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;

namespace Prober.Tests.Checklist.Permutations;

/// <summary>Hundreds of analyses of healthy evidence, mistreated in every usual way: no failure, and no check that breaks.</summary>
public sealed class PermutedEvidenceTests
{
    private const int RoundsPerFlow = 60;

    public static IEnumerable<TestCaseData> Flows => GoldenFlows.All.Select(flow => new TestCaseData(flow.Build().Build()).SetArgDisplayNames(flow.Name));

    [TestCaseSource(nameof(Flows))]
    public void Healthy_evidence_never_fails(EvidenceBundle healthy)
    {
        var bad = new List<string>(Judge("as it is", healthy));
        for (var seed = 1u; seed <= RoundsPerFlow; seed++)
        {
            var (name, bundle) = EvidencePermutations.Of(healthy, seed);
            bad.AddRange(Judge($"{seed}: {name}", bundle));
        }

        Assert.That(bad, Is.Empty);
    }

    private static IEnumerable<string> Judge(string name, EvidenceBundle bundle) => ChecklistRunner.Run(bundle).Checks
        .Where(check => check.Verdict is Verdict.Fail or Verdict.Error)
        .Select(check => $"{name}: {check.Id} {check.Verdict} {check.Reason}: {check.Summary}");
}
