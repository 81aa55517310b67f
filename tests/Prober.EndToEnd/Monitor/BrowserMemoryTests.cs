using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary>The shared browser grows, and is replaced: watched from outside, on the processes of a monitor that walks real journeys.</summary>
[Platform("Linux"), Parallelizable(ParallelScope.Self)]
public sealed class BrowserMemoryTests
{
    // What a browser holds between two journeys is more than that.
    private const string Limit = "64";

    [Test]
    public async Task A_browser_that_holds_too_much_is_replaced_between_runs_and_nothing_is_lost_or_left()
    {
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often);
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data(), more: ["--browser-memory", Limit]);
        var seen = new HashSet<int>();
        var drivers = new HashSet<int>();
        var runs = await serve.RunsAsync(runs =>
        {
            seen.UnionWith(ChildProcesses.Descendants(serve.Id));
            drivers.UnionWith(ChildProcesses.Drivers(serve.Id));
            return runs.Count(run => run.IsCompleted()) >= 2;
        });

        var ended = runs.Where(run => run.State() is not ("waiting" or "running")).ToList();
        Assert.That(ended.Select(run => ((string?)run!["state"], (string?)run["verdict"])), Is.All.EqualTo(("completed", "pass")).Or.EqualTo(("completed", "warn")), runs.ToJsonString());
        Assert.That(drivers, Has.Count.GreaterThanOrEqualTo(ended.Count), "each run had a browser and a driver of its own");
        var metrics = await serve.GetAsync("metrics");
        Assert.That(metrics, Does.Match($"login_probe_browser_recycles_total{{[^}}]*reason=\"memory\"[^}}]*}} [{drivers.Count - 1}-9]"));
        Assert.That(metrics, Does.Not.Contain("reason=\"died\"").And.Not.Contain("reason=\"late\""));
        // On a slow machine a journey takes longer than the interval; then the next is left out, and said to be.
        var due = runs.Concat(JsonNode.Parse(await serve.GetAsync("api/missed"))!.AsArray()).Select(each => (DateTimeOffset)each!["dueAt"]!).Order().ToList();
        Assert.That(due.Zip(due.Skip(1), (one, next) => (next - one).TotalSeconds), Is.All.EqualTo(15).Within(0.001), "every due time has its run, or its reason");
        // The last one is kept for the next run; of those before it nothing runs.
        Assert.That(ChildProcesses.Drivers(serve.Id), Has.Count.EqualTo(1));

        var (exitCode, error) = await serve.StopAsync();
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error.Split("a new browser (memory) after 1 journeys").Length, Is.GreaterThanOrEqualTo(drivers.Count), error);
        Assert.That(await ChildProcesses.GoneAsync([.. seen]), Is.Empty, "processes left behind");
    }
}
