using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>Clears away what the rules do not keep: by age, by number, by size, in that order.</summary>
public sealed class RunSweep(MonitorOptions options, RunRetention store, TimeProvider time)
{
    /// <summary>The longest while of which a share of runs is told, 30 days, and what is left of its first hour.</summary>
    private static readonly TimeSpan Counted = TimeSpan.FromDays(31);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var (rules, now) = (options.Retention, time.GetUtcNow());
        Remove(await store.ForgetOlderAsync(now - rules.Passed, now - rules.Failed, cancellationToken));
        await store.ForgetCountsAsync(now - Counted, cancellationToken);
        if (rules.MostRuns is { } runs) Remove(await store.ForgetBeyondAsync(runs, cancellationToken));
        if (rules.MostBytes is { } bytes) await ShrinkAsync(bytes, cancellationToken);
    }

    private async Task ShrinkAsync(long most, CancellationToken cancellationToken)
    {
        // Of a database that nodes share, only what lies on this one counts, and what lies in the bucket.
        var kept = (await store.WithEvidenceAsync(cancellationToken)).Select(run => (run.Id, run.Folder, Bytes: BytesOf(run))).Where(run => run.Bytes is not null).ToList();
        var total = kept.Sum(run => run.Bytes!.Value);
        var spared = kept.TakeWhile(run =>
        {
            if (total <= most) return false;
            total -= run.Bytes!.Value;
            return true;
        }).ToList();
        // The record first: a folder that is left over costs room, a link to one that is gone costs trust.
        await store.EvidenceGoneAsync([.. spared.Select(run => run.Id)], cancellationToken);
        Remove(spared.Select(run => run.Folder).OfType<string>());
    }

    private long? BytesOf(KeptEvidence run) => Directory.Exists(run.Folder) ? BytesOf(run.Folder) : options.Bundles is null ? null : run.BundleBytes;

    private static long BytesOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static void Remove(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }
}
