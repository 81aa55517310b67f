using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Checklist;

/// <summary>What all answers together mean: the verdict on the run, whose fault it is, and the one sentence on top.</summary>
internal sealed record Diagnosis(Verdict Verdict, FaultOwner Fault, Headline? Headline, string Summary)
{
    public static Diagnosis Of(EvidenceReader evidence, IReadOnlyList<Answer> answers)
    {
        if (evidence.Run.Outcome is RunOutcome.ProberFault)
            return OwnFault($"The prober itself failed, which says nothing about the target: {evidence.Run.OutcomeDetail ?? "no detail was recorded"}");
        if (Cause(answers) is { } cause)
            return new Diagnosis(Verdict.Fail, cause.Fault, HeadlineOf(cause), cause.Finding.Summary);
        if (evidence.Bundle.Phases.Value?.FirstOrDefault(phase => phase.Outcome is PhaseOutcome.ProberFault) is { } phase)
        {
            return OwnFault($"The prober itself failed during the {PhaseWords.Of(phase.Name)}, which says nothing about the target: " +
                (phase.Detail ?? "no detail was recorded"));
        }

        if (answers.FirstOrDefault(answer => answer.Finding.Verdict is Verdict.Error) is { } broken)
            return OwnFault($"The prober could not judge this run: {broken.Finding.Summary}");
        if (RecordingLeft.Sentence(evidence) is { } left)
            return new Diagnosis(Verdict.Inconclusive, FaultOwner.None, null, left);
        if (!ExpectedFailure.IsMet(answers) && JourneyCompletion.Shortfall(evidence, answers) is { } shortfall)
            return new Diagnosis(Verdict.Inconclusive, FaultOwner.None, null, shortfall);
        var warned = answers.FirstOrDefault(answer => answer.Finding.Verdict is Verdict.Warn);
        return new Diagnosis(warned is null ? Verdict.Pass : Verdict.Warn, FaultOwner.None, null, Completed(answers, warned));
    }

    /// <summary>The first failing root in stage order; else the first outcome; else the first mirror.</summary>
    private static Answer? Cause(IReadOnlyList<Answer> answers) =>
        answers.Where(answer => answer.Failed).OrderBy(answer => answer.Info.Class switch
        {
            CheckClass.Root => 0,
            CheckClass.Outcome => 1,
            _ => 2,
        }).ThenBy(answer => answer.Info.Stage).FirstOrDefault();

    private static Headline HeadlineOf(Answer cause) =>
        new(cause.Id, cause.Finding.Reason, cause.Finding.Summary, cause.Finding.Remedy ?? cause.Info.Remedy, cause.Finding.Evidence);

    private static Diagnosis OwnFault(string summary) => new(Verdict.Error, FaultOwner.Prober, null, summary);

    private static string Completed(IReadOnlyList<Answer> answers, Answer? warned)
    {
        var passed = answers.Count(answer => answer.Finding.Verdict is Verdict.Pass);
        if (ExpectedFailure.IsMet(answers))
            return "The expected error came, so this run is as it should be.";
        return warned is null
            ? $"Everything that could be judged is in order ({passed} checks passed)."
            : $"It works, with a warning: {warned.Finding.Summary}";
    }
}
