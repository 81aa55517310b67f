using Prober.Checklist.Reports;

namespace Prober.Checklist.Comparison;

/// <summary>The same step of two runs; one of the two is null where only the other took it.</summary>
public sealed record ComparedHop
{
    public required Hop? Good { get; init; }

    public required Hop? Bad { get; init; }

    /// <summary>Whom it asks: the participant's name in the run that took the step.</summary>
    public required string To { get; init; }

    /// <summary>What the two do otherwise; empty where they do the same, and where only one of them took the step.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>True for a step that is the same but for the time that it took.</summary>
    public bool IsOnlySlower => Differences is [{ What: Difference.Time }];

    public bool IsSame => Good is not null && Bad is not null && Differences.Count == 0;
}
