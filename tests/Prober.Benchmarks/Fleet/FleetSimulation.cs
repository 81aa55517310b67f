using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Prober.Monitor;
using Prober.Monitor.Scheduling;
using Prober.Scenarios;
using Quartz;

namespace Prober.Benchmarks.Fleet;

/// <summary>
/// How late a fleet's journeys start: the whole monitor (files, Quartz, accounts, admission, store, incidents) with a runner that only waits.
/// A run that should have been and was not is counted, too; lateness alone would hide it.
/// </summary>
internal static class FleetSimulation
{
    private const string Scenario = """
        name: NAME
        provider: { kind: auth0, issuer: "https://login.example.com/" }
        account: { username: "NAME@example.com", password: "probe-password" }
        applications: { portal: { url: "https://portal.example.com/", signedIn: { text: Welcome } } }
        journey: [ { login: portal } ]
        budgets: { action: 1s, phase: 5s, run: 20s }
        schedule: { every: EVERYs }
        """;

    public static async Task<int> RunAsync(FleetOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("prober-fleet-");
        await using var database = await FleetDatabase.CreateAsync(folder.FullName);
        var hosts = new List<WebApplication>();
        try
        {
            var scenarios = Write(folder, options);
            var planning = Stopwatch.StartNew();
            for (var node = 0; node < options.Nodes; node++) hosts.Add(await StartAsync(Path.Combine(folder.FullName, $"node-{node}"), scenarios, database, options));
            await PlannedAsync(hosts[0], options.Scenarios);
            planning.Stop();
            var (from, cpu) = (DateTimeOffset.UtcNow + TimeSpan.FromSeconds(2), Environment.CpuUsage.TotalTime);
            await Task.Delay(options.Watched + TimeSpan.FromSeconds(2));
            var (to, used) = (DateTimeOffset.UtcNow, Environment.CpuUsage.TotalTime - cpu);
            // Whoever was due at the end has a while to begin.
            await Task.Delay(TimeSpan.FromSeconds(5));
            FleetFigures.Print(options, database.Monitor.IsPostgres, from, to, await database.StartsAsync(), planning.Elapsed, used);
            return 0;
        }
        finally
        {
            foreach (var host in hosts) await host.StopAsync();
            foreach (var host in hosts) await host.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static string Write(DirectoryInfo folder, FleetOptions options)
    {
        var scenarios = folder.CreateSubdirectory("scenarios");
        foreach (var name in Enumerable.Range(0, options.Scenarios).Select(FleetFigures.Name))
        {
            var text = Scenario.Replace("NAME", name).Replace("EVERY", $"{options.Every.TotalSeconds:F0}");
            File.WriteAllText(Path.Combine(scenarios.FullName, $"{name}.yaml"), text);
        }

        return scenarios.FullName;
    }

    private static async Task<WebApplication> StartAsync(string data, string scenarios, FleetDatabase database, FleetOptions options)
    {
        var monitor = new MonitorOptions { DataFolder = data, Scenarios = [scenarios], Slots = options.Slots, Drain = TimeSpan.FromSeconds(5) };
        var host = await MonitorHost.BuildAsync(
            monitor, new Uri("http://127.0.0.1:0"), database.Monitor, ScenarioVariables.Of(new Dictionary<string, string>()), _ => new FakeWalker(options.Journey), CancellationToken.None);
        await host.StartAsync();
        return host;
    }

    private static async Task PlannedAsync(WebApplication host, int scenarios)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        while ((await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(ScheduleTriggers.Group))).Count < scenarios) await Task.Delay(500);
    }
}
