using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Objectives;
using Prober.Monitor.Runs;
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
    public async Task Runs_of_30_days_count_and_so_do_successes_that_were_forgotten_meanwhile()
    {
        foreach (var (days, verdict) in new[] { (40, "fail"), (20, "pass"), (19, "fail"), (18, "pass"), (10, "warn"), (5, "fail"), (0, "pass") }) await AddAsync(days, verdict);
        var expected = (new RunTally { Runs = 6, Passed = 4 }, new RunTally { Runs = 1, Passed = 1 });
        Assert.That(await CountAsync(), Is.EqualTo(expected));

        await SweepAsync(new() { Passed = TimeSpan.FromDays(14), Failed = TimeSpan.FromDays(90) });
        Assert.That((await _file.Runs.LatestAsync("portal", 10, default)).Select(run => run.Id), Is.EqualTo(new[] { "run-0", "run-5", "run-10", "run-19", "run-40" }));
        Assert.That(await CountAsync(), Is.EqualTo(expected), "the failure of day 19 is one of as many as before");
    }

    private async Task<(RunTally Month, RunTally Day)> CountAsync() =>
        await Budgets(new() { DataFolder = "", Scenarios = [] }).CountAsync(Scenario(0.5), default) is { } budget ? (budget.Month, budget.Day) : default;

    private Task SweepAsync(RetentionRules rules) =>
        new RunSweep(new MonitorOptions { DataFolder = _file.Folder, Scenarios = [], Retention = rules }, new(_file.Database), _file.Time).SweepAsync(default);

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
