using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;

namespace Prober.Tests.Checklist.Permutations;

/// <summary>A thousand analyses and more of healthy evidence, mistreated in every usual way: no failure, and no check that breaks.</summary>
public sealed class PermutedEvidenceTests
{
    private const int RoundsPerFlow = 70;

    private static readonly IReadOnlyList<(string Name, Func<EvidenceBundle> Build)> Others =
    [
        ("SAML", () => new SamlFlow().Build()),
        ("SAML started by the provider", () => new SamlFlow { IsUnsolicited = true, Response = new() { InResponseTo = null } }.Build()),
        ("SAML without the provider's certificate", () => new SamlFlow { KnowsCertificate = false }.Build()),
        ("SAML, message signed", () => new SamlFlow { Response = new() { SignResponse = true } }.Build()),
        ("WS-Federation", () => new WsFederationFlow().Build()),
    ];

    public static IEnumerable<TestCaseData> Flows => GoldenFlows.All.Select(flow => (flow.Name, Build: (Func<EvidenceBundle>)(() => flow.Build().Build()))).Concat(Others)
        .Select(flow => new TestCaseData(flow.Build()).SetArgDisplayNames(flow.Name));

    [Test]
    public void They_are_a_thousand() => Assert.That(Flows.Count() * (RoundsPerFlow + 1), Is.GreaterThanOrEqualTo(1_000));

    [TestCaseSource(nameof(Flows))]
    public void Healthy_evidence_never_fails(EvidenceBundle healthy)
    {
        var bad = new List<string>(Judge("as it is", healthy));
        for (var seed = 1u; seed <= RoundsPerFlow; seed++)
        {
            var (name, bundle) = EvidencePermutations.Of(healthy, seed);
            bad.AddRange(Judge($"{seed}: {name}", bundle));
        }

        if (healthy.Assertions.Value is not { Count: > 0 }) bad.AddRange(Judge("walked twice", SecondWalk.After(healthy)));
        Assert.That(bad, Is.Empty);
    }

    private static IEnumerable<string> Judge(string name, EvidenceBundle bundle) => ChecklistRunner.Run(bundle).Checks
        .Where(check => check.Verdict is Verdict.Fail or Verdict.Error)
        .Select(check => $"{name}: {check.Id} {check.Verdict} {check.Reason}: {check.Summary}");
}
