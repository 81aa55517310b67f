using Prober.Checklist;
using Prober.Evidence;
using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>What the store keeps of a report, in the words of report.json.</summary>
internal static class RunOutcomes
{
    public static RunRecord Of(RunRecord run, WalkedJourney walked, DateTimeOffset now)
    {
        var report = walked.Report;
        return run with
        {
            State = report.Run.Outcome switch
            {
                RunOutcome.Interrupted => RunState.Interrupted,
                RunOutcome.ProberFault => RunState.ProberFault,
                _ => walked.Leaks > 0 ? RunState.ProberFault : RunState.Completed,
            },
            EndedAt = now,
            Verdict = Word(report.Verdict),
            Fault = walked.Leaks > 0 ? "prober" : Word(report.Fault),
            HeadlineCheck = report.Headline?.Check,
            HeadlineReason = report.Headline?.Reason,
            Summary = walked.Leaks > 0 ? $"The audit found {walked.Leaks} secrets in what was written; the files are gone." : report.Headline?.Summary ?? report.Summary,
            Remedy = report.Headline?.Remedy,
            Folder = walked.Folder,
        };
    }

    public static IReadOnlyList<PhaseRecord> Phases(WalkedJourney? walked) =>
    [
        .. (walked?.Report.Phases ?? []).Select(phase => new PhaseRecord
        {
            Name = Word(phase.Name),
            Application = phase.Application ?? "",
            Verdict = Word(phase.Verdict),
            DurationMs = phase.DurationMs,
        }),
    ];

    public static IReadOnlyList<FindingRecord> Findings(WalkedJourney? walked) =>
    [
        .. (walked?.Report.Checks ?? []).Where(check => check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error)
            .Select(check => new FindingRecord { CheckId = check.Id, Verdict = Word(check.Verdict), Reason = check.Reason ?? "" }),
    ];

    /// <summary>A member of an enum as report.json spells it: <c>identity-provider</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
