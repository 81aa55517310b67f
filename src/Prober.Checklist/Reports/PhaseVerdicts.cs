using Prober.Evidence.Session;

namespace Prober.Checklist.Reports;

/// <summary>How each phase ended, in the light of what the checks found about it.</summary>
internal static class PhaseVerdicts
{
    public static PhaseResult Of(PhaseRecord phase, IReadOnlyList<Answer> answers, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> screens) => new()
    {
        Name = phase.Name,
        Application = phase.Application,
        Verdict = VerdictOf(phase, answers),
        StartedAt = phase.StartedAt,
        DurationMs = phase.Duration.TotalMilliseconds,
        Detail = phase.Detail,
        Steps = phase.Steps,
        Screenshot = phase.Screenshot,
        ScreenshotImage = phase.Screenshot is { } path ? screens.GetValueOrDefault(path) : default,
    };

    private static Verdict VerdictOf(PhaseRecord phase, IReadOnlyList<Answer> answers)
    {
        if (phase.Outcome is PhaseOutcome.ProberFault)
            return Verdict.Error;
        if (ExpectedFailure.IsMet(answers))
            return phase.Outcome is PhaseOutcome.Skipped ? Verdict.NotApplicable : Verdict.Pass;
        var own = answers.Where(answer => PhaseOf(answer.Info) == phase.Name).Select(answer => answer.Finding.Verdict).ToHashSet();
        if (phase.Outcome is not PhaseOutcome.Skipped && own.Contains(Verdict.Fail))
            return Verdict.Fail;
        if (JourneyCompletion.FellShort(phase, answers))
            return phase.Outcome is PhaseOutcome.NotReached && answers.Any(answer => answer.Failed) ? Verdict.Fail : Verdict.Inconclusive;
        return own.Contains(Verdict.Warn) ? Verdict.Warn : Verdict.Pass;
    }

    /// <summary>The phase a check speaks about; null for what is beyond the checklist and colours no phase.</summary>
    private static PhaseName? PhaseOf(CheckInfo info) => info.Stage switch
    {
        Stage.Sso => PhaseName.Sso,
        Stage.Session when info.Id == "session-second-tab" => PhaseName.SecondTab,
        Stage.Logout when info.Id == "logout-session-ended" => PhaseName.SignedOut,
        Stage.Logout => PhaseName.Logout,
        Stage.Extra => info.Id == "extra-parallel-tabs" ? PhaseName.ParallelTabs : null,
        _ => PhaseName.Login,
    };
}
