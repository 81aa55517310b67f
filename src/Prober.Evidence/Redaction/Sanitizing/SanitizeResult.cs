namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>What was done to a HAR, and whether the audit of the outcome found something left.</summary>
public sealed record SanitizeResult
{
    public required int Entries { get; init; }

    /// <summary>The most frequent first.</summary>
    public required IReadOnlyList<Replacement> Replacements { get; init; }

    /// <summary>Bodies that could not be searched (an archive too large to open, another compression) and were left out.</summary>
    public required int RemovedBodies { get; init; }

    /// <summary>Not empty: the output must not be kept.</summary>
    public required IReadOnlyList<AuditHit> Leaks { get; init; }
}
