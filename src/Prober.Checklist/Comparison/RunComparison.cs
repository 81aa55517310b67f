using Prober.Checklist.Reports;
using Prober.Evidence;

namespace Prober.Checklist.Comparison;

/// <summary>Where a bad run left the good one: both laid side by side, step by step.</summary>
public sealed record RunComparison
{
    public required Report Good { get; init; }

    public required Report Bad { get; init; }

    /// <summary>In the order walked.</summary>
    public required IReadOnlyList<ComparedHop> Hops { get; init; }

    /// <summary>What tokens say otherwise: <c>ID token, portal: claim email</c>.</summary>
    public required IReadOnlyList<Difference> Claims { get; init; }

    /// <summary>What the checklist says otherwise, of checks that complain in at least one run: <c>check logout-session-ended</c>.</summary>
    public required IReadOnlyList<Difference> Findings { get; init; }

    /// <summary>What could not be compared, and why, in sentences.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>The first step that differs; one that only took longer where no step does more. Null where all are the same.</summary>
    public ComparedHop? First => Hops.FirstOrDefault(hop => !hop.IsSame && !hop.IsOnlySlower) ?? Hops.FirstOrDefault(hop => !hop.IsSame);

    public bool IsSame => First is null && Claims.Count == 0 && Findings.Count == 0 && Good.Verdict == Bad.Verdict;

    /// <summary>Judges both and lays them side by side. Works on redacted and sanitized evidence alike.</summary>
    public static RunComparison Of(EvidenceBundle good, EvidenceBundle bad)
    {
        var (one, other) = (ComparedRun.Of(good), ComparedRun.Of(bad));
        var hops = HopAlignment.Of(one, other).Select(pair => new ComparedHop
        {
            Good = pair.Good,
            Bad = pair.Bad,
            To = pair.Good is { } hop ? one.NameOf(hop) : other.NameOf(pair.Bad!),
            Differences = pair is { Good: { } before, Bad: { } after } ? HopDifferences.Of(one, before, other, after) : [],
        }).ToList();
        return new()
        {
            Good = one.Report,
            Bad = other.Report,
            Hops = hops,
            Limits = [.. CookieLimit(one.HasCookies, other.HasCookies)],
            Claims = ClaimDifferences.Of(one.Report, other.Report),
            Findings = FindingDifferences.Of(one.Report, other.Report),
        };
    }

    private static string[] CookieLimit(bool first, bool second) => (first, second) switch
    {
        (true, true) => [],
        (false, false) => ["Cookies were not compared: the exports took them out of both."],
        (var hasFirst, _) => [$"Cookies were not compared: the export took them out of the {(hasFirst ? "second" : "first")}."],
    };
}
