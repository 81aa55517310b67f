using Prober.Checklist.Reports;
using Spectre.Console;

namespace Prober.Reporting.Terminal;

/// <summary>Draws the report on a terminal, as one of several sinks.</summary>
public sealed class ConsoleSink(IAnsiConsole console, bool verbose) : IReportSink
{
    public string Name => "console";

    public Task WriteAsync(Report report, CancellationToken cancellationToken)
    {
        new ConsoleRenderer(verbose).Render(report, console);
        return Task.CompletedTask;
    }
}
