namespace Prober.Runs;

/// <summary>Tells a finished run's result, and its leaks if there are any.</summary>
internal static class RunResults
{
    public static async Task TellAsync(CompletedRun run, RunSettings settings, CancellationToken cancellationToken)
    {
        await settings.Console.ShowAsync(run.Report, run.Folder, cancellationToken);
        foreach (var leak in run.Leaks)
        {
            await Console.Error.WriteLineAsync($"prober: redaction audit: {leak}; the file was deleted");
        }
    }
}
