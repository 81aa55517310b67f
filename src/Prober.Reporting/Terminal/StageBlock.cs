using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prober.Reporting.Terminal;

/// <summary>One question of the checklist as a heading, and every check's answer beneath it.</summary>
internal sealed class StageBlock(TerminalWords words, int width, bool verbose)
{
    private const int Indent = 2;
    private const int MarkWidth = 7;

    public IRenderable Draw(StageChecks stage)
    {
        var grid = TerminalWords.Lines(Indent, MarkWidth);
        foreach (var check in stage.Checks.Where(IsTold))
            AddAnswer(grid, check);
        if (!verbose)
            AddQuiet(grid, stage);

        return new Rows(new Text(StageWords.Heading(stage.Stage), TerminalWords.Strong), grid);
    }

    private bool IsTold(CheckResult check) => verbose || check.Verdict is not (Verdict.NotApplicable or Verdict.Inconclusive);

    private void AddAnswer(Grid grid, CheckResult check)
    {
        var needsAct = check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error;
        // What is well gets one line; what is not gets as many as it takes.
        var room = verbose || check.Verdict != Verdict.Pass ? Printable.SentenceLength : Math.Max(20, width - MarkWidth - Indent - 1);
        grid.AddRow(words.Mark(check.Verdict), new Text(Printable.Line(check.Summary, room)));
        if (verbose || needsAct)
            AddDetail(grid, $"{Printable.Line(check.Id, 100)} ({Printable.Line(check.Reason, 80)})");
        if (check.BlockedBy is { } cause)
            AddDetail(grid, $"waits for {Printable.Line(cause, 100)}");
        if (needsAct && check.Remedy is { } remedy)
            grid.AddRow(Text.Empty, new Text($"Mend: {Printable.Line(remedy)}"));
        if (verbose && check is { Verdict: Verdict.Inconclusive, AnsweredBy: { } wanted })
            AddDetail(grid, $"Would answer it: {Printable.Line(wanted)}");
        if (verbose || needsAct)
        {
            foreach (var pointer in check.Evidence.Take(verbose ? int.MaxValue : 2))
                AddDetail(grid, EvidenceWords.Of(pointer));
        }
    }

    // One line for each reason: what waits for a fault to be mended is counted, what lacks evidence is named.
    private void AddQuiet(Grid grid, StageChecks stage)
    {
        var open = stage.Checks.Where(check => check.Verdict == Verdict.Inconclusive).ToLookup(check => check.BlockedBy);
        var named = string.Join(", ", open[null].Select(check => Printable.Line(check.Id, 100)));
        if (named.Length > 0)
            AddQuiet(grid, Verdict.Inconclusive, named);
        foreach (var cause in open.Where(group => group.Key is not null))
            AddQuiet(grid, Verdict.Inconclusive, $"{cause.Count()} waiting for {Printable.Line(cause.Key, 100)}");
        if (stage.Count(Verdict.NotApplicable) is > 0 and var inapplicable)
            AddQuiet(grid, Verdict.NotApplicable, $"{inapplicable} not applicable to this flow");
    }

    private void AddQuiet(Grid grid, Verdict verdict, string text) => grid.AddRow(words.Mark(verdict), new Text(text, TerminalWords.Muted));

    private static void AddDetail(Grid grid, string text) => grid.AddRow(Text.Empty, new Text(text, TerminalWords.Muted));
}
