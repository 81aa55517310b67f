using Prober.Checklist.Comparison;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Comparison;

/// <summary>The sentences of a comparison, the same in every format.</summary>
internal static class ComparisonWords
{
    /// <summary>The answer in one sentence.</summary>
    public static string Conclusion(RunComparison comparison) => comparison switch
    {
        { IsSame: true } => $"Both runs take the same {comparison.Hops.Count} steps in the same way.",
        { First: null, Claims: [var claim, ..] } => $"Both runs take the same steps in the same way; their tokens differ: {Is(claim)}.",
        { First: null, Findings: [var finding, ..] } => $"Both runs take the same steps in the same way; the checklist finds otherwise: {Is(finding)}{(IsSentence(finding) ? "" : ".")}",
        { First: null } => $"Both runs take the same steps in the same way and come to another verdict: {Verdict(comparison.Bad)}",
        { First: { } first } => $"The runs part at step {StepNumber(comparison, first)} of {comparison.Hops.Count}, {Step(first)}: {What(first)}",
    };

    public static int StepNumber(RunComparison comparison, ComparedHop hop) => comparison.Hops.TakeWhile(step => step != hop).Count() + 1;

    /// <summary>The step in the protocol's words.</summary>
    public static string Step(ComparedHop hop) => $"{Printable.Line(hop.Good?.Label ?? hop.Bad!.Label, 100)} at {Printable.Line(hop.To, 100)}";

    /// <summary>What a whole run came to.</summary>
    public static string Verdict(Report report) => $"{VerdictWords.OfRun(report.Verdict)}. {Printable.Line(report.Headline?.Summary ?? report.Summary)}";

    /// <summary>Both sides of a difference; an absent one says so.</summary>
    public static string Side(string? value) => value is null ? "absent" : Printable.Line(value, 300);

    private static string Is(Difference difference) => $"{Printable.Line(difference.What, 100)} is {Side(difference.Bad)} and was {Side(difference.Good)}";

    private static bool IsSentence(Difference difference) => Side(difference.Good).EndsWith('.');

    private static string What(ComparedHop hop) => hop switch
    {
        { Bad: null } => "the second run does not take it.",
        { Good: null } => "only the second run takes it.",
        _ => string.Join("; ", hop.Differences.Take(3).Select(Is))
            + (hop.Differences.Count > 3 ? $"; {hop.Differences.Count - 3} more." : "."),
    };
}
