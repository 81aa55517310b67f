using System.Net;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor.Outages;

/// <summary>What the monitor stands on goes away and comes back: no run is left without an end, and nobody else is blamed.</summary>
internal static class GoneDatabase
{
    public static async Task PassesAsync()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often, new LabOptions { LoginPage = LoginPage.SlowLoading });
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data(), postgres.ConnectionString);
        await serve.RunsAsync(runs => runs.Any(run => run.IsCompleted()));
        foreach (var victim in (string[])["chrom", "node"])
        {
            var walked = await serve.RunJustBegunAsync();
            ChildProcesses.Kill(ChildProcesses.Descendants(serve.Id), victim);
            var runs = await serve.RunsAsync(runs => runs[0].IsCompleted() && runs[0].Id() != walked);
            Assert.That(runs.Single(run => run.Id() == walked).State(), Is.EqualTo("prober-fault"), $"{victim}: {runs.ToJsonString()}");
            Assert.That(await serve.GetAsync("api/incidents"), Does.Contain("broke-off"), "the operator's");
        }

        var begun = await serve.RunJustBegunAsync();
        await postgres.GoAwayAsync();
        Assert.That(() => serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.ServiceUnavailable).After(20_000, 500));
        await Task.Delay(TimeSpan.FromMinutes(1));
        Assert.That(await serve.StatusAsync("healthz"), Is.EqualTo(HttpStatusCode.OK), "a process that is started again would be no better off");
        await postgres.ComeBackAsync();
        var after = await serve.RunsAsync(runs => runs[0].IsCompleted() && runs[0].Id() != begun);
        Assert.That(after.Single(run => run.Id() == begun).State(), Is.EqualTo("completed"), "what was being walked has its end");
        Assert.That(after.Skip(1).Select(run => run.State()), Has.None.EqualTo("running").And.None.EqualTo("waiting"), after.ToJsonString());
        Assert.That(await serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await serve.GetAsync("api/incidents"), Does.Not.Contain("identity-provider").And.Not.Contain("\"application\""), "never the target's");
    }
}
