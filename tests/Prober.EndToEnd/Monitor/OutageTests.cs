using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor;

/// <summary>What the monitor stands on goes away and comes back: no run is left without an end, and nobody else is blamed.</summary>
[Platform("Linux"), Parallelizable(ParallelScope.All)]
public sealed class OutageTests
{
    private const string Waited = "15s";

    [Test]
    public async Task A_browser_a_driver_and_a_database_that_go_away_in_mid_run()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var lab = await MonitoredLab.StartAsync(Waited, new LabOptions { LoginPage = LoginPage.SlowLoading });
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data(), postgres.ConnectionString);
        await serve.RunsAsync(runs => runs.Any(IsCompleted));
        foreach (var victim in (string[])["chrom", "node"])
        {
            var walked = await serve.RunJustBegunAsync();
            ChildProcesses.Kill(ChildProcesses.Descendants(serve.Id), victim);
            var runs = await serve.RunsAsync(runs => IsCompleted(runs[0]) && Id(runs[0]) != walked);
            Assert.That(ServeTests.State(runs.Single(run => Id(run) == walked)), Is.EqualTo("prober-fault"), $"{victim}: {runs.ToJsonString()}");
            Assert.That(await serve.GetAsync("api/incidents"), Does.Contain("broke-off"), "the operator's");
        }

        var begun = await serve.RunJustBegunAsync();
        await postgres.GoAwayAsync();
        Assert.That(() => serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.ServiceUnavailable).After(20_000, 500));
        await Task.Delay(TimeSpan.FromMinutes(1));
        Assert.That(await serve.StatusAsync("healthz"), Is.EqualTo(HttpStatusCode.OK), "a process that is started again would be no better off");
        await postgres.ComeBackAsync();
        var after = await serve.RunsAsync(runs => IsCompleted(runs[0]) && Id(runs[0]) != begun);
        Assert.That(ServeTests.State(after.Single(run => Id(run) == begun)), Is.EqualTo("completed"), "what was being walked has its end");
        Assert.That(after.Skip(1).Select(ServeTests.State), Has.None.EqualTo("running").And.None.EqualTo("waiting"), after.ToJsonString());
        Assert.That(await serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await serve.GetAsync("api/incidents"), Does.Not.Contain("identity-provider").And.Not.Contain("\"application\""), "never the target's");
    }

    [Test]
    public async Task A_disk_that_is_full_until_somebody_makes_room()
    {
        await SmallDisk.RequireAsync();
        await using var lab = await MonitoredLab.StartAsync(Waited, new LabOptions { LoginPage = LoginPage.SlowLoading });
        var data = Directory.CreateDirectory(lab.Data()).FullName;
        await using var serve = ServeProcess.StartOnSmallDisk(lab.Scenarios, lab.EnvironmentFile, data, megabytes: 64);
        await serve.RunsAsync(runs => runs.Any(IsCompleted));
        var begun = await serve.RunJustBegunAsync();
        var filler = SmallDisk.Fill(serve.Id, data);
        Assert.That(() => serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.ServiceUnavailable).After(40_000, 500), "it can be read, and that is not enough");
        await Task.Delay(TimeSpan.FromMinutes(1));
        Assert.That(await serve.StatusAsync("healthz"), Is.EqualTo(HttpStatusCode.OK));
        File.Delete(filler);
        var after = await serve.RunsAsync(runs => IsCompleted(runs[0]) && Id(runs[0]) != begun && runs.Any(run => ServeTests.State(run) == "missed"));
        Assert.That(ServeTests.State(after.Single(run => Id(run) == begun)), Is.EqualTo("prober-fault"), "its evidence found no room");
        Assert.That(after.Skip(1).Select(ServeTests.State), Has.None.EqualTo("running").And.None.EqualTo("waiting"), after.ToJsonString());
        Assert.That(await serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await serve.GetAsync("api/incidents"), Does.Not.Contain("identity-provider").And.Not.Contain("\"application\""), "never the target's");
        Assert.That((await serve.StopAsync()).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_target_that_never_answers_and_a_driver_that_hangs()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var lab = await MonitoredLab.StartAsync(Waited, new LabOptions { LoginPage = LoginPage.SlowLoading });
        lab.Write(
            MonitoredLab.Text(Waited).Replace("name: portal", "name: silent", StringComparison.Ordinal)
                .Replace("${PROBER_LAB_PORTAL}", $"http://silent.localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/", StringComparison.Ordinal),
            "silent");
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data());
        var runs = await serve.RunsAsync(runs => runs.Count(run => Scenario(run) == "silent" && IsCompleted(run)) > 1 && runs.Any(run => Scenario(run) == "portal" && IsCompleted(run)));
        Assert.That(runs.Where(run => Scenario(run) == "silent" && IsCompleted(run)).Select(run => (string?)run!["headlineReason"]), Is.All.EqualTo("application-unreachable"), runs.ToJsonString());
        File.Delete(Path.Combine(lab.Scenarios, "silent.yaml"));
        await serve.RunsAsync(runs => runs.All(run => ServeTests.State(run) != "running"));
        var walked = await serve.RunJustBegunAsync();
        ChildProcesses.Halt(ChildProcesses.Drivers(serve.Id).Single());
        runs = await serve.RunsAsync(runs => IsCompleted(runs[0]) && Id(runs[0]) != walked);
        Assert.That(ServeTests.State(runs.Single(run => Id(run) == walked)), Is.EqualTo("prober-fault"), runs.ToJsonString());
        Assert.That(await serve.GetAsync("api/incidents"), Does.Contain("broke-off"), "the operator's");
        Assert.That((await serve.StopAsync()).ExitCode, Is.Zero);
    }

    private static string? Scenario(JsonNode? run) => (string?)run?["scenario"];

    private static string? Id(JsonNode? run) => (string?)run?["id"];

    private static bool IsCompleted(JsonNode? run) => ServeTests.State(run) == "completed";
}
