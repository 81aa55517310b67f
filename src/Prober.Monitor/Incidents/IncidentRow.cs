namespace Prober.Monitor.Incidents;

/// <summary>A row of <c>monitor_incidents</c>, in the database's own types.</summary>
internal sealed class IncidentRow
{
    public string Id { get; set; } = "";

    public string Cause { get; set; } = "";

    public long OpenedAt { get; set; }

    public long? ResolvedAt { get; set; }

    public long? ToldAt { get; set; }

    public long? ToldResolvedAt { get; set; }

    public int Alerts { get; set; }

    public int Flapping { get; set; }

    public long ChangedAt { get; set; }

    public long? AcknowledgedAt { get; set; }

    public long? LastAlertAt { get; set; }

    /// <summary>Of a query that counts them.</summary>
    public long ToldBefore { get; set; }

    public string CheckId { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Fault { get; set; } = "";

    public string Summary { get; set; } = "";

    public string? Remedy { get; set; }

    public string RunId { get; set; } = "";

    public Incident ToIncident(IReadOnlyCollection<(string Scenario, int Failures)> scenarios) => new()
    {
        Id = Id,
        Cause = Cause,
        OpenedAt = DateTimeOffset.FromUnixTimeMilliseconds(OpenedAt),
        ResolvedAt = Moment(ResolvedAt),
        ToldAt = Moment(ToldAt),
        ToldResolvedAt = Moment(ToldResolvedAt),
        Alerts = Alerts,
        IsFlapping = Flapping != 0,
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt),
        AcknowledgedAt = Moment(AcknowledgedAt),
        LastAlertAt = Moment(LastAlertAt),
        ToldBefore = (int)ToldBefore,
        CheckId = CheckId,
        Reason = Reason,
        Fault = Fault,
        Summary = Summary,
        Remedy = Remedy,
        RunId = RunId,
        Failures = scenarios.Select(scenario => scenario.Failures).DefaultIfEmpty().Max(),
        Scenarios = [.. scenarios.Select(scenario => scenario.Scenario).Order(StringComparer.Ordinal)],
    };

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
