namespace Prober.Checklist.Reports;

/// <summary>Puts answers, diagnosis and what pictures are drawn from into one report.</summary>
internal static class ReportAssembly
{
    public static Report Of(EvidenceReader evidence, IReadOnlyList<Answer> answers)
    {
        var diagnosis = Diagnosis.Of(evidence, answers);
        var sequence = evidence.Bundle.Traffic.IsPresent ? SequenceDrawing.Of(evidence, diagnosis.Headline) : SequenceDrawing.Empty;
        return new Report
        {
            Run = evidence.Run,
            Verdict = diagnosis.Verdict,
            Fault = diagnosis.Fault,
            Headline = diagnosis.Headline,
            Summary = diagnosis.Summary,
            Phases = [.. (evidence.Bundle.Phases.Value ?? []).Select(phase => PhaseVerdicts.Of(phase, answers, evidence.Bundle.Screens))],
            Checks = [.. answers.Select(Result)],
            Quality = evidence.Bundle.Traffic.IsPresent ? evidence.Facts.Quality : [],
            Assumptions = evidence.Expectations.Assumptions,
            Request = CustomerRequest.Of(evidence, diagnosis.Verdict),
            Participants = sequence.Participants,
            Hops = sequence.Hops,
            Tokens = evidence.Bundle.Tokens.IsPresent ? TokenViews.Of(evidence) : [],
        };
    }

    private static CheckResult Result(Answer answer) => new()
    {
        Id = answer.Id,
        Stage = answer.Info.Stage,
        Class = answer.Info.Class,
        Question = answer.Info.Question,
        Verdict = answer.Finding.Verdict,
        Reason = answer.Finding.Reason,
        Summary = answer.Finding.Summary,
        Remedy = answer.Finding.Remedy ?? (answer.Finding.Verdict is Verdict.Fail or Verdict.Warn ? answer.Info.Remedy : null),
        BlockedBy = answer.Finding.BlockedBy,
        Confidence = answer.Finding.Confidence,
        Evidence = answer.Finding.Evidence,
        Why = answer.Info.Why,
        AnsweredBy = answer.Finding.Verdict is Verdict.Inconclusive ? answer.Info.AnsweredBy : null,
    };
}
