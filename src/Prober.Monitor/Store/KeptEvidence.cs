namespace Prober.Monitor.Store;

/// <summary>Evidence of a run that has ended.</summary>
/// <param name="Id">The run.</param>
/// <param name="Folder">Where it lies on the node that walked it; null when it is in a bucket.</param>
/// <param name="BundleBytes">Its size in the bucket; null when it is in none.</param>
public sealed record KeptEvidence(string Id, string? Folder, long? BundleBytes);
