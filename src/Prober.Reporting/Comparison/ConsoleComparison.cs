using System.Text;
using Prober.Checklist.Comparison;
using Prober.Reporting.Wording;
using Spectre.Console;

namespace Prober.Reporting.Comparison;

/// <summary>The comparison for a terminal: the steps in order, those that differ with what differs, and the answer last.</summary>
public sealed class ConsoleComparison : IComparisonRenderer
{
    private const int FileWidth = 120;

    public string Name => "console";

    public static void Render(RunComparison comparison, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(console);
        console.Write(new Text($"first:  {ComparisonWords.Verdict(comparison.Good)}\nsecond: {ComparisonWords.Verdict(comparison.Bad)}\n\n"));
        var number = 0;
        foreach (var hop in comparison.Hops) Draw(hop, ++number, hop == comparison.First, console);
        foreach (var claim in comparison.Claims.Concat(comparison.Findings)) console.Write(new Text($"  ~ {Line(claim)}\n", new Style(Color.Yellow)));
        foreach (var limit in comparison.Limits) console.Write(new Text($"\n{limit}\n"));
        console.Write(new Text($"\n{ComparisonWords.Conclusion(comparison)}\n", new Style(comparison.IsSame ? Color.Green : Color.Red, decoration: Decoration.Bold)));
    }

    public async Task RenderAsync(RunComparison comparison, Stream output, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = FileWidth;
        Render(comparison, console);
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
    }

    private static void Draw(ComparedHop hop, int number, bool isFirst, IAnsiConsole console)
    {
        var (mark, color) = hop switch
        {
            { Bad: null } => ("-", Color.Red),
            { Good: null } => ("+", Color.Red),
            { IsSame: false } => ("~", Color.Yellow),
            _ => (" ", Color.Default),
        };
        var shown = hop.Good ?? hop.Bad!;
        console.Write(new Text($"{(isFirst ? ">" : " ")}{mark} {number,3}. {ComparisonWords.Step(hop)}  {Printable.Line(shown.Method, 20)} {Printable.Line(shown.Url, 70)}  {(shown.Failure is { } failure ? Printable.Line(failure, 60) : $"{shown.Status}")}\n", new Style(color)));
        foreach (var difference in hop.Differences) console.Write(new Text($"         {Line(difference)}\n", new Style(color)));
    }

    private static string Line(Difference difference) =>
        $"{Printable.Line(difference.What, 100)}: {ComparisonWords.Side(difference.Good)} → {ComparisonWords.Side(difference.Bad)}";
}
