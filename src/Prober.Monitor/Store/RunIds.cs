namespace Prober.Monitor.Store;

/// <summary>Ids of runs: they sort by time, and no two nodes make the same.</summary>
internal static class RunIds
{
    public static string New(DateTimeOffset now) => $"{now:yyyyMMdd'T'HHmmss'Z'}-{Guid.NewGuid():N}"[..25];
}
