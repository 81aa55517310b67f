using Prober.Evidence.Redaction.Sanitizing;
using Spectre.Console;

namespace Prober.Sanitizing;

/// <summary>What <c>sanitize</c> says on standard error: what was replaced, where, how often; and a leak, which it never quotes.</summary>
internal static class SanitizeSummary
{
    public static async Task<int> TellAsync(SanitizeResult result, string to, bool keptSecrets, bool quiet, bool noColor)
    {
        if (result.Leaks.Count > 0)
        {
            await Console.Error.WriteLineAsync($"prober: the audit found {result.Leaks.Count} values that should be gone; nothing was written:");
            foreach (var leak in result.Leaks.Take(10)) await Console.Error.WriteLineAsync($"prober:   {leak.Kind} ({leak.Encoding}), byte {leak.Offset}");
            return ExitCode.RedactionAudit;
        }

        if (!quiet) Draw(result, to, keptSecrets, noColor);
        return ExitCode.Success;
    }

    private static void Draw(SanitizeResult result, string to, bool keptSecrets, bool noColor)
    {
        var console = AnsiConsole.Create(new() { Ansi = noColor ? AnsiSupport.No : AnsiSupport.Detect, Out = new AnsiConsoleOutput(Console.Error) });
        var table = new Table().Border(TableBorder.None).AddColumns("Replaced", "Where", "Times");
        foreach (var found in result.Replacements) table.AddRow(new Text(found.Kind.ToString()), new Text(found.Place), new Text($"{found.Count}"));
        console.Write(table);
        var removed = result.RemovedBodies == 0 ? "" : $" {result.RemovedBodies} bodies that could not be searched were left out.";
        Console.Error.WriteLine($"{result.Entries} entries, {result.Replacements.Sum(found => found.Count)} values replaced.{removed} {(keptSecrets ? "Secrets were kept" : "Audited: none of them is left")} in {(to == "-" ? "the output" : to)}.");
    }
}
