namespace Prober.Checklist.Reports;

/// <summary>One check with its answer, as stored and drawn.</summary>
public sealed record CheckResult
{
    public required string Id { get; init; }

    public required Stage Stage { get; init; }

    public required CheckClass Class { get; init; }

    public required string Question { get; init; }

    public required Verdict Verdict { get; init; }

    public required string Reason { get; init; }

    public required string Summary { get; init; }

    /// <summary>Set when there is something to do.</summary>
    public string? Remedy { get; init; }

    public string? BlockedBy { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<EvidencePointer> Evidence { get; init; } = [];

    /// <summary>Why the question matters, for whoever reads the report without the documentation.</summary>
    public string? Why { get; init; }

    /// <summary>What evidence would answer the question when this run's does not.</summary>
    public string? AnsweredBy { get; init; }
}
