using System.CommandLine;
using Prober.Analysis;
using Prober.Checklist.Comparison;
using Prober.Reporting.Comparison;
using Spectre.Console;

namespace Prober.Commands;

/// <summary><c>prober diff GOOD BAD</c>: where a bad login left the good one, step by step.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var good = new Argument<string>("good") { Description = "A recording or a run's folder in which the login worked." };
        var bad = new Argument<string>("bad") { Description = "One in which it did not." };
        var format = new Option<string>("--format", "-f") { Description = "console, json, html or markdown.", DefaultValueFactory = _ => "console" };
        format.AcceptOnlyFromAmong("console", "json", "html", "markdown");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write to this file instead of standard output." };
        var command = new Command("diff", "Lay two logins side by side and say where they part. Ends with 1 when they do.") { good, bad, format, output };
        CommonOptions.AddTo(command, CommonOptions.NoColor, CommonOptions.ExitZero);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (first, second, file) = (parsed.GetRequiredValue(good), parsed.GetRequiredValue(bad), parsed.GetValue(output));
            if (file is not null) OutputFile.Check(file, first, second);
            var comparison = RunComparison.Of(await ComparedInput.ReadAsync(first, cancellationToken), await ComparedInput.ReadAsync(second, cancellationToken));
            await ShowAsync(comparison, parsed.GetRequiredValue(format), file, parsed.GetValue(CommonOptions.NoColor), cancellationToken);
            return comparison.IsSame || parsed.GetValue(CommonOptions.ExitZero) ? ExitCode.Success : ExitCode.CheckFailed;
        });
        return command;
    }

    private static async Task ShowAsync(RunComparison comparison, string format, FileInfo? file, bool noColor, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            await OutputFile.WriteAsync(file, stream => ComparisonFormats.Find(format).RenderAsync(comparison, stream, cancellationToken));
            return;
        }

        if (format == "console")
        {
            ConsoleComparison.Render(comparison, AnsiConsole.Create(new() { Ansi = noColor ? AnsiSupport.No : AnsiSupport.Detect }));
            return;
        }

        await using var standardOutput = Console.OpenStandardOutput();
        await ComparisonFormats.Find(format).RenderAsync(comparison, standardOutput, cancellationToken);
    }
}
