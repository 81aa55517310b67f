namespace Prober.Benchmarks.Fleet;

/// <summary>A run as the store has it; times in milliseconds since 1970.</summary>
internal sealed record FleetStart
{
    public string Scenario { get; init; } = "";

    public long DueAt { get; init; }

    public long StartedAt { get; init; }

    public string State { get; init; } = "";

    public long LateMs => StartedAt - DueAt;
}
