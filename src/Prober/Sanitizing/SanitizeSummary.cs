using Prober.Evidence.Redaction.Sanitizing;
using Spectre.Console;

namespace Prober.Sanitizing;

/// <summary>What <c>sanitize</c> says on standard error: what was replaced, where, how often; and a leak, which it never quotes.</summary>
internal static class SanitizeSummary
{
    public static void Tell(SanitizedCopy copy, bool keptSecrets, bool quiet, bool noColor)
    {
        var leaks = copy.Result.Leaks;
        if (leaks.Count > 0)
        {
            Console.Error.WriteLine($"prober: {copy.Input}: the audit found {leaks.Count} values that should be gone; nothing was written:");
            foreach (var leak in leaks.Take(10)) Console.Error.WriteLine($"prober:   {leak.Kind} ({leak.Encoding}), byte {leak.Offset}");
        }
        else if (copy.IsWritten && !quiet) Draw(copy.Result, copy, keptSecrets, noColor);
    }

    private static void Draw(SanitizeResult result, SanitizedCopy copy, bool keptSecrets, bool noColor)
    {
        var console = AnsiConsole.Create(new() { Ansi = noColor ? AnsiSupport.No : AnsiSupport.Detect, Out = new AnsiConsoleOutput(Console.Error) });
        var table = new Table().Border(TableBorder.None).AddColumns("Replaced", "Where", "Times");
        foreach (var found in result.Replacements) table.AddRow(new Text(found.Kind.ToString()), new Text(found.Place), new Text($"{found.Count}"));
        console.Write(table);
        var removed = result.RemovedBodies == 0 ? "" : $" {result.RemovedBodies} bodies that could not be searched were left out.";
        var target = copy.Output == SanitizeOutput.StandardOutput ? "the output" : copy.Output;
        Console.Error.WriteLine($"{copy.Input}: {result.Entries} entries, {result.Replacements.Sum(found => found.Count)} values replaced.{removed} {(keptSecrets ? "Secrets were kept" : "Audited: none of them is left")} in {target}.");
    }
}
