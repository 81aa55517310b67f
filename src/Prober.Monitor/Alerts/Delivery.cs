namespace Prober.Monitor.Alerts;

/// <summary>One message to one channel, as the delivery log has it.</summary>
public sealed record Delivery
{
    public required string Id { get; init; }

    /// <summary>Id of the incident.</summary>
    public required string Incident { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>Name of the route.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was to be told; the first attempt follows at once.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried next, while it waits.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was taken or given up; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the channel said the last time it refused; no secret in it.</summary>
    public string? Problem { get; init; }
}
