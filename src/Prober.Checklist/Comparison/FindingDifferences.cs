using Prober.Checklist.Reports;

namespace Prober.Checklist.Comparison;

/// <summary>
/// What the checklist says of one run and not of the other. Steps alone do not tell two runs apart: an expired password is refused by the
/// same answer as a wrong one, and a page that ought to be gone is served with the same status.
/// </summary>
internal static class FindingDifferences
{
    public static IReadOnlyList<Difference> Of(Report good, Report bad)
    {
        var (before, after) = (ById(good), ById(bad));
        return [.. before.Keys.Union(after.Keys).Select(id => (Id: id, Good: before.GetValueOrDefault(id), Bad: after.GetValueOrDefault(id))).Where(pair => IsOtherwise(pair.Good, pair.Bad))
            .Select(pair => new Difference($"check {pair.Id}", Says(pair.Good), Says(pair.Bad)))];
    }

    private static Dictionary<string, CheckResult> ById(Report report) => report.Checks.ToDictionary(check => check.Id);

    // A check that one run's evidence cannot answer tells nothing about the other's; one that complains in either does.
    private static bool IsOtherwise(CheckResult? good, CheckResult? bad) =>
        (Complains(good) || Complains(bad)) && (good?.Verdict != bad?.Verdict || good?.Reason != bad?.Reason);

    private static bool Complains(CheckResult? check) => check?.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error;

    private static string? Says(CheckResult? check) => check is null ? null : Complains(check) ? $"{Word(check.Verdict)}: {check.Summary}" : Word(check.Verdict);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotApplicable => "not applicable",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
