using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Scenarios;

namespace Prober.Monitor.Objectives;

/// <summary>Counts every scenario's error budget anew once a minute.</summary>
internal sealed partial class BudgetCount(ErrorBudgets budgets, ScenarioShelf shelf, TimeProvider time, ILogger<BudgetCount> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var scenario in shelf.All) await budgets.CountAsync(scenario, stoppingToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                Failed(wrong.GetType().Name);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "error budgets could not be counted ({Exception})")]
    private partial void Failed(string exception);
}
