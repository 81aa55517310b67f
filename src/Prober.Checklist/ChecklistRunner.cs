using Prober.Checklist.Reports;
using Prober.Evidence;

namespace Prober.Checklist;

/// <summary>
/// Puts every question of the catalogue to one run's evidence and returns the report. Pure: the same bundle gives the
/// same report, today and from an archive.
/// </summary>
public static class ChecklistRunner
{
    /// <summary>Judges a bundle with the whole catalogue.</summary>
    public static Report Run(EvidenceBundle bundle) => Run(bundle, CheckCatalog.All);

    /// <summary>Judges a bundle with some checks; a dependency that is not among them blocks nothing.</summary>
    public static Report Run(EvidenceBundle bundle, IReadOnlyList<Check> checks)
    {
        var evidence = new EvidenceReader(bundle);
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var check in CheckOrder.Of(checks))
        {
            var finding = Blocked(check.Info, findings) ?? Ask(check, evidence);
            findings[check.Info.Id] = finding;
            evidence.Remember(check.Info.Id, finding);
        }

        IReadOnlyList<Answer> answers = [.. checks.Select(check => new Answer(check.Info, findings[check.Info.Id]))];
        return ReportAssembly.Of(evidence, ExpectedFailure.Applied(RecordingLeft.Applied(answers, evidence), evidence));
    }

    /// <summary>One broken thing gives one red line: what stands on a failed check names the root of the chain.</summary>
    private static Finding? Blocked(CheckInfo info, Dictionary<string, Finding> findings)
    {
        foreach (var dependency in info.DependsOn)
        {
            if (!findings.TryGetValue(dependency, out var finding))
                continue;
            if ((finding.Verdict is Verdict.Fail ? dependency : finding.BlockedBy) is { } root)
                return Finding.Blocked(root, $"Not answerable, because {root} failed.");
        }

        return null;
    }

    private static Finding Ask(Check check, EvidenceReader evidence)
    {
        try
        {
            var finding = check.Evaluate(evidence);
            return finding is { Verdict: Verdict.Fail, Evidence.Count: 0 }
                ? Broken($"{check.Info.Id} failed with '{finding.Reason}' without naming what proves it.")
                : finding;
        }
        catch (MissingEvidenceException missing)
        {
            return Finding.Inconclusive("no-evidence",
                check.Info.AnsweredBy is { } answer ? $"{missing.Message} Answered by: {answer}" : missing.Message);
        }
#pragma warning disable CA1031 // A defect in one check must cost that check alone; it is shown as an error of ours.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            return Broken($"{check.Info.Id} broke: {defect.GetType().Name}: {defect.Message}");
        }
    }

    private static Finding Broken(string summary) =>
        new() { Verdict = Verdict.Error, Reason = "check-error", Summary = summary, Fault = FaultOwner.Prober };
}
