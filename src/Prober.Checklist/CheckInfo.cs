namespace Prober.Checklist;

/// <summary>What a check is: the one source of its documentation, of <c>prober checks</c> and of the report's wording.</summary>
/// <param name="Id">Kebab-case, prefixed by its stage; never reused, never renamed.</param>
/// <param name="Stage">The heading it belongs to.</param>
/// <param name="Class">Whether it may own a fault.</param>
/// <param name="Question">The question a person asks; ends with a question mark.</param>
/// <param name="Why">Why the answer matters, one or two sentences.</param>
/// <param name="Remedy">What to do when it fails; a finding may be more specific.</param>
public sealed record CheckInfo(string Id, Stage Stage, CheckClass Class, string Question, string Why, string Remedy)
{
    /// <summary>Checks that must not have failed; otherwise this one is inconclusive, blocked by them.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Checks whose findings this one reads (<see cref="EvidenceReader.FindingOf"/>); they run first but do not block.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Whose fault a failure is unless the finding says otherwise.</summary>
    public FaultOwner Owner { get; init; } = FaultOwner.Configuration;

    /// <summary>Specifications and vendor pages, as URLs or clause names.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What evidence would answer it when this run's does not.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Every reason code its findings can carry, with a phrase each: documentation and a guard against drift.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>();
}
