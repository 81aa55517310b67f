using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Tests.Checklist.Permutations;

namespace Prober.EndToEnd.Files;

/// <summary>What a browser recorded of a healthy journey, mistreated in every usual way: no failure, no broken check.</summary>
internal static class PermutedRecording
{
    // Each kind of mistreatment four times or so, alone and with others; the unit tests' thousand are of the same kinds.
    private const int Rounds = 24;

    /// <param name="healthy">Redacted.</param>
    /// <param name="recording">Number of the recording: each is mistreated in other ways.</param>
    public static void FailsNowhere(EvidenceBundle healthy, int recording)
    {
        var bad = new List<string>(Judge("as it is", healthy));
        for (var seed = (uint)(recording * Rounds) + 1; seed <= (recording + 1) * Rounds; seed++)
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
