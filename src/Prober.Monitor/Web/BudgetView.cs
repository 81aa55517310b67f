using Prober.Monitor.Objectives;

namespace Prober.Monitor.Web;

/// <summary>An error budget as the API shows it.</summary>
/// <param name="Objective">Share of the runs of 30 days that is to pass, over 0 and under 1.</param>
/// <param name="Runs">There were, of those that count.</param>
/// <param name="Failed">Of those.</param>
/// <param name="Left">Share of the budget that is left, negative when more was spent than there was; null without a run.</param>
/// <param name="Burn">How fast it was spent in 24 hours: at 1 it lasts for just 30 days; null without a run.</param>
internal sealed record BudgetView(double Objective, long Runs, long Failed, double? Left, double? Burn)
{
    public static BudgetView? Of(ErrorBudget? budget) => budget is null ? null : new(budget.Objective, budget.Month.Runs, budget.Spent, budget.Left, budget.Burn);
}
