namespace Prober.Monitor.Store;

/// <summary>Some runs of a scenario, latest first.</summary>
/// <param name="Runs">Of this page.</param>
/// <param name="Next">The run behind which the next page begins; null when this is the last.</param>
public sealed record RunPage(IReadOnlyList<RunRecord> Runs, string? Next);
