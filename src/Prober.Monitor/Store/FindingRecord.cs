namespace Prober.Monitor.Store;

/// <summary>A check of a run that did not pass.</summary>
public sealed record FindingRecord
{
    public required string CheckId { get; init; }

    public required string Verdict { get; init; }

    public required string Reason { get; init; }
}
