using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prober.Reporting.Terminal;

/// <summary>Which run this was, how its phases went, and what limits its evidence.</summary>
internal static class RunBlock
{
    private const int MarkWidth = 7;

    public static IRenderable Heading(Report report, TerminalWords words)
    {
        var run = report.Run;
        var facts = new List<string> { Moment.Utc(run.StartedAt), Moment.Duration(run.Duration), Term.Of(run.Source) };
        if (run.Browser is { } browser)
            facts.Add(Printable.Line(browser, 60));
        facts.Add(Printable.Line(run.Id, 80));

        var line = new Paragraph(Printable.Line(run.Scenario, 120) + Environment.NewLine, TerminalWords.Strong);
        line.Append(string.Join($" {words.Dot} ", facts) + Environment.NewLine, TerminalWords.Muted);
        return line;
    }

    public static IRenderable Phases(Report report, TerminalWords words)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = MarkWidth, Padding = new Padding(2, 0, 1, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var phase in report.Phases)
        {
            grid.AddRow(
                words.Mark(phase.Verdict),
                new Text(PhaseWords.Of(phase.Name)),
                new Text(Printable.Line(phase.Application, 40)),
                new Text(Moment.Duration(phase.DurationMs)),
                new Text(Printable.Line(phase.Detail), TerminalWords.Muted));
        }

        return new Rows(grid, Text.Empty);
    }

    public static IRenderable Quality(Report report, TerminalWords words)
    {
        var grid = TerminalWords.Lines(2, MarkWidth);
        foreach (var flag in report.Quality)
            grid.AddRow(new Text($"{words.Dot} note", TerminalWords.Muted), new Text(Printable.Line(flag.Text)));
        return new Rows(new Text("What limits this evidence", TerminalWords.Strong), grid);
    }

    public static IRenderable Assumptions(Report report, TerminalWords words)
    {
        var grid = TerminalWords.Lines(2, MarkWidth);
        foreach (var assumption in report.Assumptions)
            grid.AddRow(new Text($"{words.Dot} read", TerminalWords.Muted), new Text(AssumptionWords.Of(assumption)));
        return new Rows(new Text("What was assumed, as no scenario says it", TerminalWords.Strong), grid);
    }

    /// <summary>Without marks at the lines' beginnings, so that it can be copied.</summary>
    public static IRenderable Request(string request) =>
        new Rows(new Text("What to ask for", TerminalWords.Strong), new Text(string.Join(Environment.NewLine, request.Split('\n').Select(line => Printable.Line(line, 600)))), Text.Empty);
}
