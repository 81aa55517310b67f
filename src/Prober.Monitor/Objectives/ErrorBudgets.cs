using System.Collections.Concurrent;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Objectives;

/// <summary>What is left of each scenario's error budget, by its own objective or else the monitor's.</summary>
public sealed class ErrorBudgets(MonitorOptions options, ScenarioShelf shelf, RunHistory history, TimeProvider time)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30), Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, ErrorBudget> _last = new(StringComparer.Ordinal);

    /// <summary>As they were a minute ago at most: every run of a month is counted, and pages and scrapes ask often.</summary>
    public IEnumerable<KeyValuePair<string, ErrorBudget>> Last => _last.Where(pair => shelf.Find(pair.Key) is { } scenario && ObjectiveOf(scenario) is not null);

    /// <summary>Null without an objective, and before it was counted.</summary>
    public ErrorBudget? Find(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return ObjectiveOf(scenario) is null ? null : _last.GetValueOrDefault(scenario.Name);
    }

    /// <summary>Counts the runs of a scenario now; null without an objective.</summary>
    public async Task<ErrorBudget?> CountAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (ObjectiveOf(scenario) is not { } objective) return null;
        var now = time.GetUtcNow();
        return _last[scenario.Name] = new(
            objective, await history.TallyAsync(scenario.Name, now - Month, cancellationToken), await history.TallyAsync(scenario.Name, now - Day, cancellationToken));
    }

    private double? ObjectiveOf(Scenario scenario) => scenario.Objective ?? options.Objective;
}
