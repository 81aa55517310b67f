using Prober.Checklist;
using Prober.Reporting.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prober.Reporting.Terminal;

/// <summary>The last thing on the screen: what broke, where, how to mend it, whose fault.</summary>
internal sealed class ConclusionPanel(ReportIndex index, TerminalWords words)
{
    private const int LabelWidth = 12;
    private const int Proofs = 3;

    public IRenderable Draw()
    {
        var report = index.Report;
        var conclusion = Conclusion.Of(report);
        var isTold = report.Verdict is not (Verdict.Pass or Verdict.NotApplicable);
        var grid = TerminalWords.Lines(0, LabelWidth);

        AddRow(grid, isTold ? "What" : "", conclusion.Sentence, TerminalWords.Strong);
        foreach (var pointer in conclusion.Evidence.Take(Proofs))
            AddRow(grid, "Where", Where(pointer));
        if (conclusion.Remedy is { } remedy)
            AddRow(grid, report.Verdict == Verdict.Inconclusive ? "Would help" : "How to mend", remedy);
        if (report.Fault != FaultOwner.None)
            AddRow(grid, "Whose fault", $"{Term.Of(report.Fault)}. {FaultWords.Act(report.Fault)}");
        if (conclusion.Check is { } check)
            AddRow(grid, "Check", $"{check} ({conclusion.Reason})");
        if (report.Checks.Count > 0)
            AddRow(grid, "", Counts());

        return new Panel(grid)
        {
            Header = new PanelHeader(words.Title(report.Verdict)),
            Border = words.Box(report.Verdict),
            BorderStyle = TerminalWords.Of(report.Verdict),
            Expand = true,
        };
    }

    private string Where(EvidencePointer pointer)
    {
        if (pointer.Source != EvidenceKind.Har || index.Hop(pointer.Entry) is not { } hop)
            return EvidenceWords.Of(pointer);

        var outcome = hop.Failure is { } failure ? Printable.Line(failure, 80) : hop.Status.ToString();
        return $"{EvidenceWords.Of(pointer)} ({Printable.Line(hop.Method, 12)} {Printable.Line(hop.Url, 160)}, {outcome})";
    }

    private string Counts()
    {
        var parts = Enum.GetValues<Verdict>()
            .Select(verdict => (verdict, count: index.Count(verdict)))
            .Where(part => part.count > 0)
            .Select(part => $"{part.count} {VerdictWords.Word(part.verdict)}");
        return string.Join(", ", parts);
    }

    private static void AddRow(Grid grid, string label, string text, Style? style = null) =>
        grid.AddRow(new Text(label, TerminalWords.Muted), new Text(Printable.Line(text), style ?? Style.Plain));
}
