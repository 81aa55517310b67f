namespace Prober.Checklist.Reports;

/// <summary>What broke, where, and how to mend it.</summary>
public sealed record Headline(string Check, string Reason, string Summary, string Remedy, IReadOnlyList<EvidencePointer> Evidence);
