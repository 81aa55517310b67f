using Prober.Checklist;
using Prober.Checklist.Reports;

namespace Prober.Analysis;

/// <summary>The logins of one recording, a line each, as a person reads them above the report of the decisive one.</summary>
internal sealed class LoginList
{
    /// <summary>More lines than this nobody reads.</summary>
    internal const int Most = 40;

    private readonly List<(string Scenario, Verdict Verdict, string Summary)> _logins = [];

    public int Count => _logins.Count;

    public void Add(Report report) => _logins.Add((report.Run.Scenario, report.Verdict, report.Headline?.Summary ?? report.Summary));

    /// <summary>Every login; of very many the last that failed and how many others there are. The decisive one is marked.</summary>
    public IEnumerable<string> Lines()
    {
        var decisive = _logins.FindLastIndex(login => Failed(login.Verdict)) is >= 0 and var failed ? failed : _logins.Count - 1;
        List<int> shown = [.. Enumerable.Range(0, _logins.Count)];
        if (shown.Count > Most) shown = [.. shown.Where(number => number == decisive || Failed(_logins[number].Verdict)).TakeLast(Most)];
        foreach (var number in shown)
        {
            var (scenario, verdict, summary) = _logins[number];
            yield return $"{(number == decisive ? ">" : " ")} {scenario}: {Word(verdict)}. {summary}";
        }

        if (shown.Count == _logins.Count) yield break;
        var others = _logins.Where((_, number) => !shown.Contains(number)).CountBy(login => login.Verdict).OrderBy(verdict => verdict.Key);
        yield return $"  and {_logins.Count - shown.Count} more: {string.Join(", ", others.Select(verdict => $"{verdict.Value} {Word(verdict.Key)}"))}";
    }

    private static bool Failed(Verdict verdict) => verdict is Verdict.Fail or Verdict.Error;

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
