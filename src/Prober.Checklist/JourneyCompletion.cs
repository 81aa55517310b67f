using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Checklist;

/// <summary>Whether the journey was walked to its end. A run that was not must never be called good only because nothing failed.</summary>
internal static class JourneyCompletion
{
    /// <summary>The check that says whether the end state of a phase, though not the one hoped for, is acceptable.</summary>
    private static readonly Dictionary<PhaseName, string> Judges = new()
    {
        [PhaseName.SecondTab] = "session-second-tab",
        [PhaseName.Sso] = "sso-second-app-login",
        [PhaseName.Logout] = "logout-session-ended",
        [PhaseName.SignedOut] = "logout-session-ended",
        [PhaseName.ParallelTabs] = "extra-parallel-tabs",
    };

    /// <summary>One sentence on what is missing, or null when the journey is complete.</summary>
    public static string? Shortfall(EvidenceReader evidence, IReadOnlyList<Answer> answers)
    {
        if (evidence.Run.Outcome is RunOutcome.Interrupted)
            return $"The run was interrupted before it could be judged{Because(evidence.Run.OutcomeDetail)}.";
        var unfinished = evidence.Bundle.Phases.Value is { } phases ? OfPhases(evidence, phases, answers) : OfTraffic(evidence);
        return unfinished ?? (evidence.Run.Outcome is RunOutcome.TimedOut ? $"The run's time budget ended it{Because(evidence.Run.OutcomeDetail)}." : null);
    }

    /// <summary>True when the phase did not reach its state and no check called that acceptable.</summary>
    public static bool FellShort(PhaseRecord phase, IEnumerable<Answer> answers) =>
        phase.Outcome is not PhaseOutcome.Reached && !(phase.Outcome is PhaseOutcome.NotReached && IsAccepted(phase.Name, answers));

    private static bool IsAccepted(PhaseName phase, IEnumerable<Answer> answers) =>
        Judges.TryGetValue(phase, out var judge) &&
        answers.Any(answer => answer.Id == judge && answer.Finding.Verdict is (Verdict.Pass or Verdict.Warn));

    private static string? OfPhases(EvidenceReader evidence, IReadOnlyList<PhaseRecord> phases, IReadOnlyList<Answer> answers)
    {
        if (phases.FirstOrDefault(phase => FellShort(phase, answers)) is { } stuck)
            return Sentence(stuck);
        foreach (var asked in evidence.Expectations.Journey)
        {
            if (!phases.Any(phase => phase.Name == asked))
                return $"The {PhaseWords.Of(asked)} was never tried, and no check found a cause.";
        }

        return null;
    }

    private static string Sentence(PhaseRecord phase)
    {
        var what = $"The {PhaseWords.Of(phase.Name)} at {phase.Application}";
        return phase.Outcome switch
        {
            PhaseOutcome.Blocked => $"{what} met a barrier that a prober must not pass{Because(phase.Detail)}.",
            PhaseOutcome.TimedOut => $"{what} ran out of time, and no check found a cause{Because(phase.Detail)}.",
            PhaseOutcome.Skipped => $"{what} was not tried{Because(phase.Detail)}.",
            _ => $"{what} did not get there, and no check found a cause{Because(phase.Detail)}.",
        };
    }

    private static string? OfTraffic(EvidenceReader evidence)
    {
        if (!evidence.Bundle.Traffic.IsPresent)
            return evidence.Bundle.Tokens.IsPresent ? null : $"There is nothing to judge: {evidence.Bundle.Traffic.Missing}.";
        return evidence.Facts.Interactive.Any(transaction => transaction.Succeeded) ? null : "The recording holds no completed login, and no check found a cause.";
    }

    private static string Because(string? detail) => string.IsNullOrWhiteSpace(detail) ? "" : $": {detail.TrimEnd('.', ' ')}";
}
