using System.Text.Json;
using Prober.Monitor.Scheduling;
using Quartz;

namespace Prober.Monitor.Web;

/// <summary>A due run that was not walked.</summary>
internal sealed record MissedView
{
    public required string Scenario { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The node that noticed.</summary>
    public required string Node { get; init; }

    /// <summary>late, overlap or maintenance.</summary>
    public required string Reason { get; init; }

    public static MissedView Of(MisfireHistoryEntry missed) => new()
    {
        Scenario = missed.TriggerName,
        DueAt = missed.ScheduledFireTimeUtc,
        Node = missed.SchedulerInstanceId,
        Reason = JsonNamingPolicy.KebabCaseLower.ConvertName($"{Reasons(missed.Reason)}"),
    };

    private static MissedReason Reasons(MisfireReason reason) => reason switch
    {
        MisfireReason.Overlap => MissedReason.Overlap,
        MisfireReason.Vetoed => MissedReason.Maintenance,
        _ => MissedReason.Late,
    };
}
