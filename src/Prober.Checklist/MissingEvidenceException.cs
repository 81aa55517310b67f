namespace Prober.Checklist;

/// <summary>A check asked for evidence that was not captured; the runner turns it into "inconclusive" with the reason.</summary>
public sealed class MissingEvidenceException(string reason) : Exception(reason);
