using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Browser.Configuration;
using Prober.Monitor;
using Prober.Monitor.Store;
using Prober.Monitoring;
using Prober.Scenarios;

namespace Prober.Benchmarks.Soaking;

/// <summary>
/// The monitor for a long time at full admission: more scenarios than slots, all due again and again, real journeys through the lab in the real
/// browser. Memory and handles are sampled; at the end every run has a record with an end, and no process is left.
/// </summary>
internal static class Soak
{
    /// <summary>Of one account; together they are due more often than two cores can walk.</summary>
    private const int ScenariosOfALab = 12;

    // One more than slots: an account is leased by one run at a time, and a lab has one.
    private static readonly int Labs = Environment.ProcessorCount + 1;

    private static readonly TimeSpan SampleEvery = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("prober-soak-");
        var samples = new List<ProcessSample>();
        IReadOnlyList<RunRecord> runs;
        var labs = new List<LabProcess>();
        try
        {
            while (labs.Count < Labs) labs.Add(await LabProcess.StartAsync(CancellationToken.None));
            runs = await ServeAsync(folder.FullName, Write(folder, labs), length, samples, [.. labs.Select(lab => lab.Id)]);
        }
        finally
        {
            foreach (var lab in labs) await lab.DisposeAsync();
        }

        // The driver and the browser go with the host; give their processes a moment.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var left = ProcessSample.Take(length, except: []).Processes - 1;
        SqliteConnection.ClearAllPools();
        var folders = Directory.EnumerateFiles(Path.Combine(folder.FullName, "runs"), "manifest.json", SearchOption.AllDirectories).Count();
        folder.Delete(recursive: true);
        Print(length, samples, runs, folders, left);
        return left == 0 && runs.All(run => run.EndedAt is not null) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<RunRecord>> ServeAsync(string folder, string scenarios, TimeSpan length, List<ProcessSample> samples, IReadOnlyList<int> labs)
    {
        var database = MonitorDatabase.Sqlite(Path.Combine(folder, "prober.db"));
        var options = new MonitorOptions { DataFolder = folder, Scenarios = [scenarios] };
        await using var host = await MonitorHost.BuildAsync(
            options, new Uri("http://127.0.0.1:0"), database, ScenarioVariables.Of(new Dictionary<string, string>()),
            _ => new SharedBrowserWalker(new BrowserSettings(), NullLogger<SharedBrowserWalker>.Instance), CancellationToken.None);
        await host.StartAsync();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < length)
        {
            await Task.Delay(SampleEvery);
            samples.Add(ProcessSample.Take(watch.Elapsed, labs));
            Console.WriteLine(samples[^1]);
        }

        await host.StopAsync();
        return await new RunStore(database, TimeProvider.System).LatestAsync(null, 100_000, CancellationToken.None);
    }

    private static string Write(DirectoryInfo folder, List<LabProcess> labs)
    {
        var scenario = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios", "lab", "server-side.yaml"))
            .Replace("schedule: { every: 5m, jitter: 30s }", "schedule: { every: 2m }\nbudgets: { action: 20s, phase: 60s, run: 110s }", StringComparison.Ordinal);
        var target = folder.CreateSubdirectory("scenarios");
        for (var index = 0; index < labs.Count * ScenariosOfALab; index++)
        {
            var name = $"soak-{index}";
            var text = labs[index % labs.Count].Variables.Aggregate(scenario.Replace("name: lab-server-side", $"name: {name}", StringComparison.Ordinal),
                (text, variable) => text.Replace($"${{{variable.Key}}}", variable.Value, StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(target.FullName, $"{name}.yaml"), text);
        }

        return target.FullName;
    }

    private static void Print(TimeSpan length, List<ProcessSample> samples, IReadOnlyList<RunRecord> runs, int folders, int left)
    {
        Console.WriteLine($"""
            {length.TotalMinutes:F0} minutes, {Environment.ProcessorCount} slots, {runs.Count} runs: {string.Join(", ", runs.GroupBy(run => $"{run.State} {run.Verdict}".Trim()).Select(group => $"{group.Count()} {group.Key}"))}
              runs without an end    {runs.Count(run => run.EndedAt is null)}
              bundles on disc        {folders}
              processes left         {left}
              resident, MB           {samples[Math.Min(4, samples.Count - 1)].OwnMb:F0} at minute 5, {samples[samples.Count / 2].OwnMb:F0} half way, {samples[^1].OwnMb:F0} at the end; with driver and browser {samples[Math.Min(4, samples.Count - 1)].TreeMb:F0}, {samples[samples.Count / 2].TreeMb:F0}, {samples[^1].TreeMb:F0}
              handles of the process {samples[Math.Min(4, samples.Count - 1)].Handles}, {samples[samples.Count / 2].Handles}, {samples[^1].Handles}
            """);
        foreach (var cause in runs.Where(run => run.Verdict != "pass").GroupBy(run => $"{run.State} {run.Verdict}: {run.Summary}")) Console.WriteLine($"  {cause.Count(),3} {cause.Key}");
    }
}
