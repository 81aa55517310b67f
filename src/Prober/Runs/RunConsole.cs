using Prober.Browser;
using Prober.Checklist.Reports;
using Prober.Reporting;
using Prober.Reporting.Progress;
using Prober.Reporting.Terminal;
using Spectre.Console;

namespace Prober.Runs;

/// <summary>What a person sees of runs: progress on standard error while they go, the result on standard output.</summary>
internal sealed class RunConsole
{
    private readonly IReadOnlyList<string> _formats;
    private readonly bool _quiet;
    private readonly bool _verbose;
    private readonly IAnsiConsole _output;
    private readonly IAnsiConsole _error;

    public RunConsole(IReadOnlyList<string> formats, bool noColor, bool quiet, bool verbose)
    {
        (_formats, _quiet, _verbose) = (formats, quiet, verbose);
        (_output, _error) = (Make(Console.Out, noColor), Make(Console.Error, noColor));
    }

    /// <summary>Runs something with live progress; the display is closed before this returns.</summary>
    public async Task<T> WithProgressAsync<T>(Func<IJourneyProgress?, Task<T>> run)
    {
        if (_quiet)
        {
            return await run(null);
        }

        var display = LivePhases.On(_error, TimeProvider.System, _verbose);
        try
        {
            return await run(new PhaseProgressAdapter(display));
        }
        finally
        {
            if (display is IAsyncDisposable live)
            {
                await live.DisposeAsync();
            }
        }
    }

    /// <summary>A line about the run beside its result.</summary>
    public void Note(string text)
    {
        if (!_quiet)
        {
            _error.WriteLine(text);
        }
    }

    /// <summary>The report, and where the files are. Without the console format, the first other one stands alone on standard output.</summary>
    public async Task ShowAsync(Report report, string? folder, CancellationToken cancellationToken)
    {
        if (!_formats.Contains("console"))
        {
            await using var standardOutput = Console.OpenStandardOutput();
            await ReportFormats.Find(_formats[0]).RenderAsync(report, standardOutput, cancellationToken);
            return;
        }

        new ConsoleRenderer(_verbose).Render(report, _output);
        if (folder is not null)
        {
            // Not by the console's own writing, which would break a path at the edge of the terminal.
            await Console.Out.WriteLineAsync($"Report:   {Path.Combine(folder, "report.html")}");
            await Console.Out.WriteLineAsync($"Evidence: {folder}");
        }
    }

    private static IAnsiConsole Make(TextWriter writer, bool noColor)
    {
        var plain = noColor || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
    }
}
