using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>
/// Clears folders of runs that no record names: a process that was killed in mid-run leaves one, and so does a node that was away when another forgot its runs. Nodes whose data
/// folders lie side by side on a shared disk clear up for those that are gone. What is younger than a day is left alone, as its journey may still be walked; and so is what lay there before
/// the data folder became this store's.
/// </summary>
public sealed class LeftFolders(MonitorOptions options, FolderStore store, TimeProvider time)
{
    private const string Marker = "prober.store";

    /// <summary>No journey takes so long.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    /// <summary>Says of this node's data folder which store it belongs to, if it does not already.</summary>
    public async Task MarkAsync(CancellationToken cancellationToken)
    {
        var (file, id) = (Path.Combine(options.DataFolder, Marker), await store.IdAsync(cancellationToken));
        if (!File.Exists(file) || await File.ReadAllTextAsync(file, cancellationToken) != id) await File.WriteAllTextAsync(file, id, cancellationToken);
    }

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        var id = await store.IdAsync(cancellationToken);
        // The records after the folders: a run that ends between is named.
        var left = Folders(options.DataFolder, id).ToList();
        var named = left.Count == 0 ? null : await store.NamedAsync(cancellationToken);
        foreach (var folder in left.Where(folder => named?.Contains(folder) == false)) Remove(folder);
    }

    private IEnumerable<string> Folders(string own, string id) =>
        from data in Directory.EnumerateDirectories(Path.GetDirectoryName(Path.GetFullPath(own).TrimEnd(Path.DirectorySeparatorChar)) ?? own)
        let marker = new FileInfo(Path.Combine(data, Marker))
        where marker.Exists && File.ReadAllText(marker.FullName) == id && Directory.Exists(Path.Combine(data, "runs"))
        from scenario in Directory.EnumerateDirectories(Path.Combine(data, "runs"))
        from folder in Directory.EnumerateDirectories(scenario)
        let written = Directory.GetLastWriteTimeUtc(folder)
        where written >= marker.LastWriteTimeUtc && written < (time.GetUtcNow() - Oldest).UtcDateTime
        select folder;

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Another node clears it, too, or it is not ours to clear.
        }
    }
}
