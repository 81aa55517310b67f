namespace Prober.Monitor.Alerts;

/// <summary>A row of <c>monitor_deliveries</c>, in the database's own types.</summary>
internal sealed class DeliveryRow
{
    public string Id { get; set; } = "";

    public string Incident { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Channel { get; set; } = "";

    public long ToldAt { get; set; }

    public string State { get; set; } = "";

    public int Attempts { get; set; }

    public long DueAt { get; set; }

    public long? EndedAt { get; set; }

    public string? Problem { get; set; }

    public Delivery ToDelivery() => new()
    {
        Id = Id,
        Incident = Incident,
        Kind = Enum.Parse<AlertKind>(Kind),
        Channel = Channel,
        ToldAt = DateTimeOffset.FromUnixTimeMilliseconds(ToldAt),
        State = Enum.Parse<DeliveryState>(State),
        Attempts = Attempts,
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(DueAt),
        EndedAt = EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
        Problem = Problem,
    };
}
