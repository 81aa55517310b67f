using System.Text;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using Spectre.Console;

namespace Prober.Reporting.Terminal;

/// <summary>
/// The report for a terminal of 80 columns or more: run, phases, the checklist's questions with their answers, and last,
/// where the eye rests, what broke. Reads the same without colour and when redirected.
/// </summary>
/// <param name="verbose">Every check on lines of its own, with evidence; otherwise what is not answered is only counted and named.</param>
public sealed class ConsoleRenderer(bool verbose = false) : IReportRenderer
{
    private const int FileWidth = 100;

    public string Name => "console";

    public string FileName => "report.txt";

    public void Render(Report report, IAnsiConsole console)
    {
        var words = new TerminalWords(console.Profile.Capabilities.Unicode);
        var index = new ReportIndex(report);

        console.Write(RunBlock.Heading(report, words));
        if (report.Phases.Count > 0)
            console.Write(RunBlock.Phases(report, words));
        foreach (var stage in index.Stages)
            console.Write(new StageBlock(words, console.Profile.Width, verbose).Draw(stage));
        if (report.Quality.Count > 0)
            console.Write(RunBlock.Quality(report, words));
        if (report.Assumptions.Count > 0)
            console.Write(RunBlock.Assumptions(report, words));
        if (report.Request is { } request)
            console.Write(RunBlock.Request(request));
        console.WriteLine();
        console.Write(new ConclusionPanel(index, words).Draw());
    }

    public async Task RenderAsync(Report report, Stream output, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = FileWidth;
        console.Profile.Capabilities.Unicode = true;
        Render(report, console);

        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        await output.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), cancellationToken);
    }
}
