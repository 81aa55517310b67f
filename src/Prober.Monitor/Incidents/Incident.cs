namespace Prober.Monitor.Incidents;

/// <summary>One cause that breaks one or many scenarios: what somebody is told of, once.</summary>
public sealed record Incident
{
    public required string Id { get; init; }

    /// <summary>What makes two failures one: whose fault, check, reason, and the provider's host that they share.</summary>
    public required string Cause { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Null while a scenario still fails by it.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When somebody was told that it is there; null before.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When somebody was told that it is over; null before.</summary>
    public DateTimeOffset? ToldResolvedAt { get; init; }

    /// <summary>Messages that were told of it.</summary>
    public int Alerts { get; init; }

    /// <summary>It came and went too often, and nobody was told yet that it stays one way.</summary>
    public bool IsFlapping { get; init; }

    /// <summary>When it opened or ended the last time.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When somebody said that it is being seen to; null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When somebody was told something of it the last time.</summary>
    public DateTimeOffset? LastAlertAt { get; init; }

    /// <summary>Incidents of the same cause that somebody was told of a short while before; counted only where messages are planned.</summary>
    internal int ToldBefore { get; init; }

    /// <summary>How often in a row the scenario failed that did so most often.</summary>
    public int Failures { get; init; }

    public required string CheckId { get; init; }

    public required string Reason { get; init; }

    public required string Fault { get; init; }

    /// <summary>Headline of the first run that failed by it.</summary>
    public required string Summary { get; init; }

    public string? Remedy { get; init; }

    /// <summary>The first run that failed by it.</summary>
    public required string RunId { get; init; }

    /// <summary>It says nothing of the target: the prober itself, or an account of its own.</summary>
    public bool IsForOperator => CheckId is IncidentBook.ProberItself or IncidentBook.AccountRests;

    /// <summary>Scenarios that fail by it now; of a resolved one, those that did.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];
}
