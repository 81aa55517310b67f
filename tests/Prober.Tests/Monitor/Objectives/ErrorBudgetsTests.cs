using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Objectives;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;
using Prober.Scenarios;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Objectives;

public sealed class ErrorBudgetsTests
{
    private readonly ScenarioShelf _shelf = new();
    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task DeleteAsync() => await _file.DisposeAsync();

    [TestCase(0.9, 0.99, 0.9)]
    [TestCase(null, 0.99, 0.99)]
    [TestCase(0.9, null, 0.9)]
    [TestCase(null, null, null)]
    public async Task The_scenarios_own_objective_goes_before_the_monitors(double? own, double? monitors, double? holds)
    {
        var budgets = Budgets(new() { DataFolder = "", Scenarios = [], Objective = monitors });
        Assert.That((await budgets.CountAsync(Scenario(own), default))?.Objective, Is.EqualTo(holds));
        Assert.That(budgets.Find(Scenario(own))?.Objective, Is.EqualTo(holds));
        Assert.That(budgets.Last.Count(), Is.EqualTo(holds is null ? 0 : 1));
    }

    [Test]
    public async Task Runs_of_30_days_count_and_no_further_back_than_successes_are_kept()
    {
        foreach (var (days, verdict) in new[] { (40, "fail"), (20, "fail"), (10, "pass"), (5, "fail"), (0, "pass") }) await AddAsync(days, verdict);
        Assert.That((await CountAsync(TimeSpan.FromDays(60)))!.Month, Is.EqualTo(new RunTally { Runs = 4, Passed = 2 }));
        Assert.That((await CountAsync(TimeSpan.FromDays(14)))!.Month, Is.EqualTo(new RunTally { Runs = 3, Passed = 2 }), "of 20 days ago nothing but the failure would be left");
        Assert.That((await CountAsync(TimeSpan.FromDays(14)))!.Day, Is.EqualTo(new RunTally { Runs = 1, Passed = 1 }));
    }

    private Task<ErrorBudget?> CountAsync(TimeSpan passed) => Budgets(new() { DataFolder = "", Scenarios = [], Retention = new() { Passed = passed } }).CountAsync(Scenario(0.5), default);

    private ErrorBudgets Budgets(MonitorOptions options) => new(options, _shelf, new(_file.Database), _file.Time);

    private Scenario Scenario(double? objective)
    {
        var scenario = MonitoredScenario.Named("portal") with { Objective = objective };
        _shelf.Put(scenario);
        return scenario;
    }

    private async Task AddAsync(int daysAgo, string verdict)
    {
        var began = _file.Time.GetUtcNow().AddDays(-daysAgo).AddMinutes(-1);
        var run = _file.Run($"run-{daysAgo}") with { StartedAt = began, EndedAt = began, State = RunState.Completed, Verdict = verdict };
        await _file.Runs.BeginAsync(run, default);
    }
}
