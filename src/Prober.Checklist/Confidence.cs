namespace Prober.Checklist;

/// <summary>How directly the evidence shows what the finding says.</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}
