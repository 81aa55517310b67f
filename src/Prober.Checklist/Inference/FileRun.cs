using System.Reflection;
using Prober.Evidence;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>What a file that a person sent tells of the run that it recorded.</summary>
public static class FileRun
{
    private static readonly string Version = typeof(FileRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Times are those of the traffic: from the start of its first exchange to the end of its last.</summary>
    /// <param name="traffic">In time order.</param>
    /// <param name="id">As <see cref="RunInfo.Id"/>.</param>
    /// <param name="name">Stands where a live run has the scenario's name.</param>
    public static RunInfo Of(HarLog traffic, string id, string name)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        var started = traffic.Entries.Count > 0 ? traffic.Entries[0].StartedAt : DateTimeOffset.UnixEpoch;
        var ended = traffic.Entries.Count > 0 ? traffic.Entries.Max(entry => entry.EndedAt) : started;
        return new()
        {
            Id = id,
            Scenario = name,
            StartedAt = started,
            Duration = ended - started,
            Source = EvidenceSource.Har,
            Browser = traffic.Browser,
            Version = Version,
            Outcome = RunOutcome.Completed,
        };
    }
}
