using NUnit.Framework;
using Prober.EndToEnd.Commands;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor;

/// <summary>The monitor as it runs for years: started, changed, stopped, killed.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ServeTests
{
    [Test]
    public async Task Walks_on_schedule_keeps_what_happened_and_stops_in_order()
    {
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often);
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data());
        var runs = await serve.RunsAsync(runs => runs.Count(run => run.IsCompleted()) >= 2);
        var passed = runs.Where(run => run.IsCompleted()).ToList();
        Assert.That(passed.Select(run => (string?)run!["verdict"]), Is.All.EqualTo("pass").Or.EqualTo("warn"), runs.ToJsonString());
        Assert.That(await serve.GetAsync("readyz"), Is.EqualTo("ready\n"));
        Assert.That(await serve.GetAsync("metrics"), Does.Contain("probe_success{").And.Contain("scenario=\"portal\"} 1"));
        Assert.That(await serve.GetAsync((string)passed[0]!["report"]!), Does.Contain("<html").And.Not.Contain("correct-horse-battery"));

        var page = System.Net.WebUtility.HtmlDecode(await serve.GetAsync(""));
        Assert.That(page, Does.Contain(">All logins work</h1>").And.Contain("✓ works").And.Not.Contain("correct-horse-battery"));

        // A file with a mistake is refused, and the version before goes on.
        lab.Write(MonitoredLab.Text("soon"));
        await serve.RunsAsync(later => later.Count > runs.Count);
        Assert.That(await serve.GetAsync("api/scenarios"), Does.Contain("portal.yaml:").And.Contain("soon"));

        await serve.RunsAsync(later => later[0].State() == "running");
        var (exitCode, error) = await serve.StopAsync();
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error, Does.Contain("the version before goes on").And.Not.Contain("correct-horse-battery"));

        // At a start there is no version before: the mistake ends it, with its place.
        var refused = await CommandLine.HereAsync("serve", lab.Scenarios, "--env-file", lab.EnvironmentFile, "--data", lab.Data(), "--listen", "127.0.0.1:0");
        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Usage), refused.Error);
        Assert.That(refused.Error, Does.Contain("portal.yaml:14:20:").And.Contain("soon"));
    }

    [Test]
    public async Task A_killed_monitor_leaves_no_run_without_an_end()
    {
        // A login page that takes its time: when the kill comes, one journey is in its midst, another waits for its account and a third for the slot.
        const string AtStart = "1h, atStart: true";
        await using var lab = await MonitoredLab.StartAsync(AtStart, new LabOptions { LoginPage = LoginPage.SlowLoading });
        lab.Write(MonitoredLab.Text(AtStart).Replace("name: portal", "name: same-account", StringComparison.Ordinal), "same-account");
        lab.Write(MonitoredLab.Text(AtStart).Replace("name: portal", "name: another", StringComparison.Ordinal).Replace("${PROBER_LAB_USER}", "ned@example.com", StringComparison.Ordinal), "another");
        await using (var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data(), more: ["--slots", "1"]))
        {
            await serve.RunsAsync(runs => runs.Select(run => run.State()).Order().SequenceEqual(["running", "waiting", "waiting"]));
            serve.Kill();
        }

        await using var next = ServeHere.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data(), more: ["--slots", "1"]);
        var runs = await next.RunsAsync(runs => runs.Any(run => run.IsCompleted()));
        var killed = runs.Where(run => run.State() == "abandoned").ToList();
        Assert.That(killed.Select(run => (string?)run!["summary"]), Is.EquivalentTo(new[]
        {
            "The process that walked this journey went away before it could end.",
            "The process that was to walk this journey went away before it began.",
            "The process that was to walk this journey went away before it began.",
        }), runs.ToJsonString());
        Assert.That(killed.Select(run => (string?)run!["fault"]), Is.All.EqualTo("prober"));
    }
}
