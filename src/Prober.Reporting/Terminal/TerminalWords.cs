using Prober.Checklist;
using Prober.Reporting.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prober.Reporting.Terminal;

/// <summary>How verdicts look on this terminal: symbol and word always, colour where there is some.</summary>
internal sealed class TerminalWords(bool unicode)
{
    public static Style Muted { get; } = new(Color.Grey);

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public string Dot => unicode ? "·" : "-";

    public static Style Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => new Style(Color.Green),
        Verdict.Warn => new Style(Color.Yellow),
        Verdict.Fail or Verdict.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.Inconclusive => new Style(Color.Fuchsia),
        _ => Muted,
    };

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Warn => "warn",
        Verdict.Fail => "FAIL",
        Verdict.NotApplicable => "n/a",
        Verdict.Inconclusive => "open",
        _ => "ERROR",
    };

    public string Symbol(Verdict verdict) => unicode ? VerdictWords.Symbol(verdict) : VerdictWords.AsciiSymbol(verdict);

    /// <summary>The run's verdict for the frame's edge, as markup; spaces alone around it would be trimmed.</summary>
    public string Title(Verdict verdict) => $"[[ {Symbol(verdict)} {VerdictWords.OfRun(verdict)} ]]";

    /// <summary>The frame round the conclusion; a heavy one for what is broken.</summary>
    public BoxBorder Box(Verdict verdict) => (unicode, verdict) switch
    {
        (false, _) => BoxBorder.Ascii,
        (_, Verdict.Fail or Verdict.Error) => BoxBorder.Heavy,
        _ => BoxBorder.Rounded,
    };

    /// <summary>Symbol and word in one cell.</summary>
    public IRenderable Mark(Verdict verdict) => new Text($"{Symbol(verdict)} {Word(verdict)}", Of(verdict));

    /// <summary>A mark at the left and wrapped text at the right.</summary>
    public static Grid Lines(int left, int mark)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = mark, Padding = new Padding(left, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        return grid;
    }
}
