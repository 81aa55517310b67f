using Prober.Checklist;
using Prober.Checklist.Reports;

namespace Prober.Reporting.Wording;

/// <summary>The end of the story in the same words for every format: what broke, where, how to mend it, whose fault.</summary>
/// <param name="Sentence">What broke, or that nothing did.</param>
/// <param name="Remedy">How to mend it; null when there is nothing to do.</param>
/// <param name="Check">The check that says so.</param>
/// <param name="Reason">Its reason code.</param>
/// <param name="Evidence">What proves it.</param>
internal sealed record Conclusion(string Sentence, string? Remedy, string? Check, string? Reason, IReadOnlyList<EvidencePointer> Evidence)
{
    public static Conclusion Of(Report report)
    {
        if (report.Headline is { } headline)
            return new(headline.Summary, headline.Remedy, headline.Check, headline.Reason, headline.Evidence);

        return report.Verdict switch
        {
            Verdict.Pass or Verdict.NotApplicable => AllWell(report),
            Verdict.Warn => FirstOf(report, Verdict.Warn, "It works, but there is a warning."),
            Verdict.Inconclusive => FirstOf(report, Verdict.Inconclusive, "The run ended before the questions could be answered."),
            _ => FirstOf(report, Verdict.Error, "The prober itself broke; this says nothing about the target."),
        };
    }

    private static Conclusion AllWell(Report report)
    {
        var passed = report.Checks.Count(check => check.Verdict == Verdict.Pass);
        var phases = report.Phases.Count;
        var walked = phases == 0 ? "" : $" over {phases} phase{(phases == 1 ? "" : "s")}";
        return new($"Nothing is broken: {passed} question{(passed == 1 ? "" : "s")} answered well{walked}.", null, null, null, []);
    }

    private static Conclusion FirstOf(Report report, Verdict verdict, string otherwise)
    {
        var check = report.Checks.FirstOrDefault(check => check.Verdict == verdict && check.BlockedBy is null);
        var told = report.Verdict == Verdict.Warn ? null : report.Run.OutcomeDetail;
        return new(told ?? check?.Summary ?? otherwise, check?.Remedy ?? check?.AnsweredBy, check?.Id, check?.Reason, check?.Evidence ?? []);
    }
}
