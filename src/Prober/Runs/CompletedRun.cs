using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Redaction;

namespace Prober.Runs;

/// <summary>A run with everything it left behind.</summary>
/// <param name="Report">The verdict.</param>
/// <param name="Evidence">What was judged: redacted.</param>
/// <param name="Folder">Its folder: the bundle and the reports.</param>
/// <param name="Leaks">Secrets that the audit found in what had been written; the artefacts that held them are deleted.</param>
internal sealed record CompletedRun(Report Report, EvidenceBundle Evidence, string Folder, IReadOnlyList<AuditHit> Leaks)
{
    public int ExitCode => this switch
    {
        { Leaks.Count: > 0 } => Prober.ExitCode.RedactionAudit,
        { Report.Run.Outcome: RunOutcome.Interrupted } => Prober.ExitCode.Interrupted,
        { Report.Verdict: Verdict.Error } => Prober.ExitCode.ProberFault,
        { Report.Verdict: Verdict.Fail } => Prober.ExitCode.CheckFailed,
        { Report.Verdict: Verdict.Inconclusive } => Prober.ExitCode.Inconclusive,
        _ => Prober.ExitCode.Success,
    };
}
