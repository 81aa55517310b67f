using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;

namespace Prober.Reporting.JUnit;

/// <summary>One test case: a phase or a check.</summary>
internal sealed record JUnitCase(string Name, string ClassName, double Seconds, JUnitOutcome Outcome)
{
    /// <summary>Machine-readable reason of a failure.</summary>
    public string Type { get; init; } = "";

    /// <summary>One sentence.</summary>
    public string Message { get; init; } = "";

    /// <summary>What proves it and what to do, line by line.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary>Printed beside the outcome, also for a case that passed.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    public static JUnitCase Of(PhaseResult phase, string scenario) =>
        new($"{Term.Of(phase.Name)} {Printable.Line(phase.Application, 100)}", $"{Printable.Line(scenario, 200)}.phases", phase.DurationMs / 1000, OutcomeOf(phase.Verdict))
        {
            Type = "phase-" + Term.Of(phase.Verdict),
            Message = Printable.Line(phase.Detail),
            Body = [.. phase.Steps.Select(step => Printable.Line(step))],
            Output = phase.Screenshot is { } path ? [$"[[ATTACHMENT|{Printable.Line(path)}]]"] : [],
        };

    public static JUnitCase Of(CheckResult check, string scenario) =>
        new(Printable.Line(check.Id, 100), $"{Printable.Line(scenario, 200)}.{Term.Of(check.Stage)}", 0, OutcomeOf(check.Verdict))
        {
            Type = Printable.Line(check.Reason, 100),
            Message = Printable.Line(check.Summary),
            Body = [.. BodyOf(check)],
            Output = check.Verdict == Verdict.Warn ? ["WARNING: " + Printable.Line(check.Summary), .. BodyOf(check)] : [],
        };

    private static IEnumerable<string> BodyOf(CheckResult check)
    {
        yield return Printable.Line(check.Question);
        if (check.Remedy is { } remedy)
            yield return "Mend: " + Printable.Line(remedy);
        foreach (var pointer in check.Evidence)
            yield return EvidenceWords.Of(pointer);
    }

    private static JUnitOutcome OutcomeOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Warn => JUnitOutcome.Passed,
        Verdict.Fail => JUnitOutcome.Failure,
        Verdict.Error => JUnitOutcome.Error,
        _ => JUnitOutcome.Skipped,
    };
}

/// <summary>What a test runner knows.</summary>
internal enum JUnitOutcome
{
    Passed,
    Failure,
    Error,
    Skipped,
}
