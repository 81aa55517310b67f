using Prober.Monitor.Incidents;

namespace Prober.Monitor.Alerts;

/// <summary>When somebody is told of an incident.</summary>
public sealed record AlertRules
{
    /// <summary>So long an incident is kept back after it opened, so that the scenarios which fail by the same cause are in one message.</summary>
    public static readonly TimeSpan GroupFor = TimeSpan.FromSeconds(30);

    /// <summary>Runs of a scenario that must fail in a row by one cause; confirmations are no runs of their own.</summary>
    public int OpenAfter { get; init; } = 1;

    /// <summary>Runs of a scenario that must pass in a row before it fails no more.</summary>
    public int ResolveAfter { get; init; } = 1;

    /// <summary>How long after the last message another one says that it still is so; null for never.</summary>
    public TimeSpan? RemindEvery { get; init; }

    /// <summary>The opening of one cause within <see cref="SteadyAfter"/> that is told as flapping; 0 for none.</summary>
    public int FlapsAfter { get; init; } = 3;

    /// <summary>How long a cause that flaps must stay one way until it is told which.</summary>
    public TimeSpan SteadyAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The message that an incident is due; null when there is nothing to tell. Nobody hears of the end of what nobody heard of.</summary>
    internal AlertKind? Next(Incident incident, DateTimeOffset now) => incident switch
    {
        { IsFlapping: true } when now - incident.ChangedAt < SteadyAfter => null,
        { IsFlapping: true } => incident.ResolvedAt is null ? AlertKind.Opened : AlertKind.Resolved,
        { ResolvedAt: null, ToldAt: null } => First(incident, now),
        { ResolvedAt: null, AcknowledgedAt: { } acknowledged } => incident.LastAlertAt < acknowledged ? AlertKind.Acknowledged : null,
        { ResolvedAt: null, LastAlertAt: { } last } => now - last >= RemindEvery ? AlertKind.Reminder : null,
        { ToldAt: not null, ToldResolvedAt: null } => AlertKind.Resolved,
        _ => null,
    };

    private AlertKind? First(Incident incident, DateTimeOffset now)
    {
        if (now - incident.OpenedAt < GroupFor || (!incident.IsForOperator && incident.Failures < OpenAfter)) return null;
        return FlapsAfter > 0 && incident.ToldBefore + 1 >= FlapsAfter ? AlertKind.Flapping : AlertKind.Opened;
    }
}
