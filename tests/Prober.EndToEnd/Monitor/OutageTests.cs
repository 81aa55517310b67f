using System.Net;
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

    private static string? Id(JsonNode? run) => (string?)run?["id"];

    private static bool IsCompleted(JsonNode? run) => ServeTests.State(run) == "completed";
}
