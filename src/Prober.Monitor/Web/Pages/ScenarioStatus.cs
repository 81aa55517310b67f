using Prober.Monitor.Objectives;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Web.Pages;

/// <summary>What the page shows of one scenario.</summary>
public sealed record ScenarioStatus(Scenario Scenario, IReadOnlyList<RunRecord> Runs)
{
    /// <summary>Until when nothing is told of it; null when it is not silenced.</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>Null without an objective, and before it was counted.</summary>
    public ErrorBudget? Budget { get; init; }

    /// <summary>The last run that says something of the target; null before the first.</summary>
    public RunRecord? Last => Runs.FirstOrDefault(run => run.State == RunState.Completed);

    /// <summary>One word that also chooses the colour: <c>pass</c>, <c>warn</c>, <c>fail</c>, <c>inconclusive</c> or <c>unknown</c>.</summary>
    public string State => Last?.Verdict switch
    {
        "pass" or "warn" or "fail" or "inconclusive" => Last.Verdict,
        _ => "unknown",
    };

    /// <summary>Of the completed runs that count, how many passed, 0 to 1; null without any. A failure that was not confirmed does not count.</summary>
    public double? Availability => Counted.Count == 0 ? null : (double)Counted.Count(run => run.Verdict is "pass" or "warn") / Counted.Count;

    /// <summary>Milliseconds that half of the completed runs took at most, or 95 in 100 of them.</summary>
    public double? Percentile(double share)
    {
        var durations = Runs.Where(run => run.State == RunState.Completed).Select(run => run.DurationMs).OfType<double>().Order().ToList();
        return durations.Count == 0 ? null : durations[(int)Math.Ceiling(share * durations.Count) - 1];
    }

    private List<RunRecord> Counted => [.. Runs.Where(run => run.State == RunState.Completed && !run.Flaky && run.Verdict != "inconclusive")];
}
