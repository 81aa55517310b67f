using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>Which message an incident is due.</summary>
internal static class AlertRules
{
    /// <summary>So long an incident is kept back after it opened, so that the scenarios which fail by the same cause are in one message.</summary>
    public static readonly TimeSpan GroupFor = TimeSpan.FromSeconds(30);

    /// <summary>Null when there is nothing to tell. Nobody hears of the end of what nobody heard of.</summary>
    public static AlertKind? Next(Incident incident, DateTimeOffset now) => incident switch
    {
        { ResolvedAt: null, ToldAt: null } => now - incident.OpenedAt >= GroupFor ? AlertKind.Opened : null,
        { ResolvedAt: not null, ToldAt: not null, ToldResolvedAt: null } => AlertKind.Resolved,
        _ => null,
    };
}
