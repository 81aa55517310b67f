namespace Prober.Checklist;

/// <summary>The answer of one check.</summary>
public enum Verdict
{
    /// <summary>Evidence is there and good.</summary>
    Pass,

    /// <summary>It works, but this is a known precursor of trouble, or the evidence only suggests it.</summary>
    Warn,

    /// <summary>Evidence positively shows that the condition is violated. Absence of evidence never is.</summary>
    Fail,

    /// <summary>The flow makes the question meaningless.</summary>
    NotApplicable,

    /// <summary>The question is meaningful, but evidence is missing, redacted, or blocked by an earlier failure.</summary>
    Inconclusive,

    /// <summary>The check itself broke: a defect of ours, never of the target.</summary>
    Error,
}
