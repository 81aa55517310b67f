using System.Text.RegularExpressions;

namespace Prober.Checklist;

/// <summary>A check's answer with what proves it.</summary>
public sealed partial record Finding
{
    public required Verdict Verdict { get; init; }

    /// <summary>Machine-readable reason in kebab-case, for instance <c>trailing-slash</c>; one of <see cref="CheckInfo.Reasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>One sentence for a person: what was seen. A text quoted at its end brings a full stop of its own; one of the two goes.</summary>
    public required string Summary { get; init => field = DoubledStop().Replace(value, "."); }

    /// <summary>What to do; null means the check's own remedy.</summary>
    public string? Remedy { get; init; }

    /// <summary>What proves it; never empty on a failure.</summary>
    public IReadOnlyList<EvidencePointer> Evidence { get; init; } = [];

    /// <summary>The failing check that makes this one unanswerable.</summary>
    public string? BlockedBy { get; init; }

    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>Whose fault; null means the check's own default.</summary>
    public FaultOwner? Fault { get; init; }

    public static Finding Pass(string reason, string summary, params IReadOnlyList<EvidencePointer> evidence) => Make(Verdict.Pass, reason, summary, evidence);

    public static Finding Warn(string reason, string summary, params IReadOnlyList<EvidencePointer> evidence) => Make(Verdict.Warn, reason, summary, evidence);

    public static Finding Fail(string reason, string summary, params IReadOnlyList<EvidencePointer> evidence) => Make(Verdict.Fail, reason, summary, evidence);

    public static Finding NotApplicable(string reason, string summary, params IReadOnlyList<EvidencePointer> evidence) =>
        Make(Verdict.NotApplicable, reason, summary, evidence);

    public static Finding Inconclusive(string reason, string summary, params IReadOnlyList<EvidencePointer> evidence) =>
        Make(Verdict.Inconclusive, reason, summary, evidence);

    /// <summary>Unanswerable because another check owns the fault.</summary>
    public static Finding Blocked(string by, string summary) =>
        Make(Verdict.Inconclusive, "blocked", summary, []) with { BlockedBy = by };

    // An ellipsis has three.
    [GeneratedRegex(@"(?<!\.)\.\.(?=\s|$)")]
    private static partial Regex DoubledStop();

    private static Finding Make(Verdict verdict, string reason, string summary, IReadOnlyList<EvidencePointer> evidence) =>
        new() { Verdict = verdict, Reason = reason, Summary = summary, Evidence = evidence };
}
