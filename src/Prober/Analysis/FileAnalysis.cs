using Prober.Checklist;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction;
using Prober.Runs;

namespace Prober.Analysis;

/// <summary>Analyzes one file or folder after another, shows the decisive report of each, and writes all of them where a folder is given.</summary>
/// <param name="quiet">Without progress while a large file is read.</param>
internal sealed class FileAnalysis(HarAnalysis analysis, RunConsole console, RunOutput? output, bool quiet)
{
    /// <summary>Fewer are judged before anybody could look.</summary>
    private const int ManyLogins = 20;

    private readonly List<CompletedRun> _runs = [];

    /// <summary>Everything analyzed so far, in order; nothing where no file for a ticket was asked for, as a recording may hold thousands.</summary>
    public IReadOnlyList<CompletedRun> Runs => _runs;

    /// <summary>The exit code for this file: that of its last login that failed, else of its last.</summary>
    /// <exception cref="HarFormatException">There is no such file, or it is no recording.</exception>
    public async Task<int> AnalyzeAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path)) return await AgainAsync(path, cancellationToken);
        if (PackedBundles.Is(path)) return await UnpackedAsync(path, cancellationToken);
        await using var standardInput = Console.OpenStandardInput();
        var worst = ExitCode.Success;
        foreach (var recording in await ReadAsync(path, standardInput, cancellationToken))
        {
            worst = ExitCode.Worse(worst, await AnalyzeAsync(recording, cancellationToken));
        }

        return worst;
    }

    private async Task<IReadOnlyList<HarDocument>> ReadAsync(string path, Stream standardInput, CancellationToken cancellationToken)
    {
        using var progress = ReadingProgress.Of(path, quiet);
        return await HarInput.ReadAsync(path, standardInput, HarReadOptions.LoginByLogin, progress, cancellationToken);
    }

    private async Task<int> AnalyzeAsync(HarDocument recording, CancellationToken cancellationToken)
    {
        using var _ = recording.Log.Entries as IDisposable;
        var (decisive, logins, leaks) = await EachAsync(recording, cancellationToken);
        if (logins.Count > 1)
        {
            console.Note($"{logins.Count} logins in this file; shown is the last that failed, or the last:");
            foreach (var line in logins.Lines()) console.Note($"  {line}");
        }

        await console.ShowAsync(decisive.Report, output is { Passing: false } ? decisive.Folder : null, cancellationToken);
        foreach (var leak in leaks) await Console.Error.WriteLineAsync($"prober: redaction audit: {leak}; the file was deleted");
        return leaks.Count > 0 ? ExitCode.RedactionAudit : decisive.ExitCode;
    }

    // One after the other, and of each no more is kept than is told: a large recording holds thousands.
    private async Task<(CompletedRun Decisive, LoginList Logins, IReadOnlyList<AuditHit> Leaks)> EachAsync(HarDocument recording, CancellationToken cancellationToken)
    {
        CompletedRun? failed = null, last = null;
        var (logins, leaks) = (new LoginList(), new List<AuditHit>());
        using var line = PassingLine.Of(quiet);
        var each = analysis.EachAsync(recording.Name, recording.Log, cancellationToken).GetAsyncEnumerator(cancellationToken);
        // Judging a large recording takes seconds, and whoever interrupts does not want them; what is being written is written, and audited, to its end.
        while (await Task.Run(() => each.MoveNextAsync().AsTask(), cancellationToken).WaitAsync(cancellationToken))
        {
            var login = each.Current;
            last = output is null
                ? new CompletedRun(login.Report, login.Evidence, "", [])
                : await Publication.WriteAsync(login.Report, login.Evidence, login.Secrets, output, BesideEvidence.Nothing);
            if (last.Report.Verdict is Verdict.Fail or Verdict.Error) failed = last;
            logins.Add(last.Report);
            leaks.AddRange(last.Leaks);
            Keep(last);
            if (logins.Count >= ManyLogins) line?.Show($"{recording.Name}: {logins.Count / ManyLogins * ManyLogins} logins judged");
        }

        await each.DisposeAsync();
        return (failed ?? last!, logins, leaks);
    }

    private void Keep(CompletedRun run)
    {
        if (output?.Ticket is not null) _runs.Add(run);
    }

    private async Task<int> UnpackedAsync(string path, CancellationToken cancellationToken)
    {
        using var unpacked = new PassingFolder();
        var worst = ExitCode.Success;
        foreach (var folder in PackedBundles.Unpack(path, unpacked.Path))
        {
            worst = ExitCode.Worse(worst, await AgainAsync(folder, cancellationToken));
        }

        return worst;
    }

    private async Task<int> AgainAsync(string folder, CancellationToken cancellationToken)
    {
        if (!BundleReader.IsBundle(folder)) throw new UsageException($"{folder}: expected a folder with a manifest.json, as 'prober run' writes it");
        var evidence = BundleReader.Read(folder);
        var report = ChecklistRunner.Run(evidence);
        // What is stored was redacted when it was written: there are no secrets to search for any more.
        var run = output is null || Path.GetFullPath(Path.Combine(output.Folder, evidence.Run.Id)) == Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)
            ? new CompletedRun(report, evidence, "", [])
            : await Publication.WriteAsync(report, evidence, new KnownSecrets(), output, await BesideEvidence.OfAsync(folder, cancellationToken));
        Keep(run);
        await console.ShowAsync(report, output is { Passing: false } && run.Folder.Length > 0 ? run.Folder : null, cancellationToken);
        return run.ExitCode;
    }
}
