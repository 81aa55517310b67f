using Prober.Monitor.Store;

namespace Prober.Monitor.Bundles;

/// <summary>Reads what a run left, wherever it lies: in a folder that this node sees, or in the bucket, which every node does.</summary>
public sealed class BundleFiles(BundleBucket? bucket = null)
{
    /// <summary>A file of a run's bundle; null when it is not there, or on another node.</summary>
    /// <exception cref="BucketException">The bucket is away or refuses.</exception>
    public async Task<Stream?> OpenAsync(RunRecord run, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Folder is { } folder && File.Exists(Path.Combine(folder, name))) return File.OpenRead(Path.Combine(folder, name));
        return bucket is not null && run.Bundle is { } bundle && BucketAddress.TryParse(bundle) is { } place ? await bucket.OpenAsync(place, name, cancellationToken) : null;
    }
}
