namespace Prober.Runs;

/// <summary>Tells a finished run's result, and its leaks if there are any, and packs what was asked for.</summary>
internal static class RunResults
{
    /// <summary>The file for a ticket, when one was asked for.</summary>
    public static async Task PackAsync(IReadOnlyList<CompletedRun> runs, RunOutput output, RunConsole console)
    {
        if (output.Ticket is not { } file) return;
        await TicketFile.WriteAsync(file, runs);
        console.Note($"Bundle:   {file.FullName}");
    }

    public static async Task TellAsync(CompletedRun run, RunSettings settings, CancellationToken cancellationToken)
    {
        await settings.Console.ShowAsync(run.Report, run.Folder, cancellationToken);
        foreach (var leak in run.Leaks)
        {
            await Console.Error.WriteLineAsync($"prober: redaction audit: {leak}; the file was deleted");
        }
    }
}
