namespace Prober.Checklist;

/// <summary>What a failing check says about the cause.</summary>
public enum CheckClass
{
    /// <summary>May own a fault.</summary>
    Root,

    /// <summary>Repeats a fault from another witness and may fail beside its owner.</summary>
    Mirror,

    /// <summary>Answers a heading of the checklist and may fail beside the root that explains it.</summary>
    Outcome,
}
