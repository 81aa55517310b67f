using Prober.Checklist;
using Prober.Checklist.Reports;

namespace Prober.Reporting.Wording;

/// <summary>Looks things up in a report: checks by stage, the hop behind a pointer, the checks that cite a hop.</summary>
public sealed class ReportIndex
{
    private readonly Dictionary<int, Hop> _hops = [];
    private readonly ILookup<int, CheckResult> _citations;
    private readonly HashSet<string> _ids;
    private readonly int _failing;
    private readonly HashSet<int> _tokens;

    public ReportIndex(Report report)
    {
        Report = report;
        foreach (var hop in report.Hops)
            _hops.TryAdd(hop.Entry, hop);
        _failing = report.Hops.Count(hop => hop.Failing);
        _citations = report.Checks
            .SelectMany(check => Entries(check.Evidence).Select(entry => (entry, check)))
            .Distinct()
            .ToLookup(citation => citation.entry, citation => citation.check);
        _ids = report.Checks.Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
        _tokens = report.Tokens.Select(token => token.Index).ToHashSet();
        Stages = [.. report.Checks.GroupBy(check => check.Stage).OrderBy(group => group.Key).Select(group => new StageChecks(group.Key, [.. group]))];
    }

    public Report Report { get; }

    /// <summary>The checks under their headings, in the checklist's order.</summary>
    public IReadOnlyList<StageChecks> Stages { get; }

    public int Count(Verdict verdict) => Report.Checks.Count(check => check.Verdict == verdict);

    public Hop? Hop(int? entry) => entry is { } index ? _hops.GetValueOrDefault(index) : null;

    /// <summary>What to write beside a hop that the headline names: where it fails, or what else proves it; null beside all others.</summary>
    public string? MarkOf(Hop hop) => hop switch
    {
        { Failing: false } => null,
        { Status: 0 or >= 400 } => "✗ fails here",
        _ => _failing == 1 ? "✗ fails here" : "✗ proof",
    };

    public bool HasToken(int? index) => index is { } known && _tokens.Contains(known);

    public bool HasCheck(string? id) => id is not null && _ids.Contains(id);

    /// <summary>The checks whose evidence names this HAR entry.</summary>
    public IEnumerable<CheckResult> CitedBy(int entry) => _citations[entry];

    private static IEnumerable<int> Entries(IEnumerable<EvidencePointer> evidence) =>
        evidence.Where(pointer => pointer is { Source: EvidenceKind.Har, Entry: not null }).Select(pointer => pointer.Entry!.Value);
}

/// <summary>One heading of the checklist with its checks.</summary>
public sealed record StageChecks(Stage Stage, IReadOnlyList<CheckResult> Checks)
{
    public int Count(Verdict verdict) => Checks.Count(check => check.Verdict == verdict);

    /// <summary>The verdict that the heading as a whole deserves.</summary>
    public Verdict Worst => Order.First(verdict => Checks.Any(check => check.Verdict == verdict));

    private static Verdict[] Order { get; } =
        [Verdict.Fail, Verdict.Error, Verdict.Warn, Verdict.Pass, Verdict.Inconclusive, Verdict.NotApplicable];
}
