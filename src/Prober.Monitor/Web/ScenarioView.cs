using Prober.Monitor.Objectives;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Web;

/// <summary>A scenario in force as the API shows it.</summary>
internal sealed record ScenarioView
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Interval or cron expression; null when it is walked on demand alone.</summary>
    public string? Schedule { get; init; }

    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>Null without an objective, and in the first minute after the start.</summary>
    public BudgetView? ErrorBudget { get; init; }

    public RunView? Last { get; init; }

    public static ScenarioView Of(Scenario scenario, DateTimeOffset? silentUntil, ErrorBudget? budget, RunRecord? last) => new()
    {
        Name = scenario.Name,
        Description = scenario.Description,
        Schedule = scenario.Schedule is { } schedule ? schedule.Cron ?? schedule.Every.ToString() : null,
        SilentUntil = silentUntil,
        ErrorBudget = BudgetView.Of(budget),
        Last = last is null ? null : RunView.Of(last),
    };
}
