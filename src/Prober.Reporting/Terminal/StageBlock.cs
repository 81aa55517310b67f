using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prober.Reporting.Terminal;

/// <summary>One question of the checklist as a heading, and every check's answer beneath it.</summary>
internal sealed class StageBlock(ReportIndex index, TerminalWords words, bool verbose)
{
    private const int MarkWidth = 7;

    public IRenderable Draw(StageChecks stage)
    {
        var grid = TerminalWords.Lines(2, MarkWidth);
        foreach (var check in stage.Checks.Where(IsTold))
            AddAnswer(grid, check);
        if (!verbose)
        {
            AddOpen(grid, stage);
            AddNames(grid, Verdict.NotApplicable, "", stage.Checks.Where(check => check.Verdict == Verdict.NotApplicable));
        }

        return new Rows(new Text(StageWords.Heading(stage.Stage), TerminalWords.Strong), grid);
    }

    private bool IsTold(CheckResult check) => verbose || check.Verdict is not (Verdict.NotApplicable or Verdict.Inconclusive);

    private void AddAnswer(Grid grid, CheckResult check)
    {
        var needsAct = check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error;
        grid.AddRow(words.Mark(check.Verdict), new Text(Printable.Line(check.Summary)));
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

    private void AddOpen(Grid grid, StageChecks stage)
    {
        var open = stage.Checks.Where(check => check.Verdict == Verdict.Inconclusive);
        foreach (var cause in open.GroupBy(check => check.BlockedBy))
        {
            var why = cause.Key is null ? "" : index.HasCheck(cause.Key) ? $"waiting for {Printable.Line(cause.Key, 100)}: " : "blocked: ";
            AddNames(grid, Verdict.Inconclusive, why, cause);
        }
    }

    private void AddNames(Grid grid, Verdict verdict, string why, IEnumerable<CheckResult> checks)
    {
        var names = string.Join(", ", checks.Select(check => Printable.Line(check.Id, 100)));
        if (names.Length > 0)
            grid.AddRow(words.Mark(verdict), new Text(why + names, TerminalWords.Muted));
    }

    private static void AddDetail(Grid grid, string text) => grid.AddRow(Text.Empty, new Text(text, TerminalWords.Muted));
}
