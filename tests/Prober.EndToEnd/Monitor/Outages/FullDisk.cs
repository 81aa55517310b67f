using System.Net;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor.Outages;

/// <summary>A disk without room can still be read: the monitor says that it cannot do its work, and goes on by itself when somebody has made room.</summary>
internal static class FullDisk
{
    public static async Task PassesAsync()
    {
        await SmallDisk.RequireAsync();
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often, new LabOptions { LoginPage = LoginPage.SlowLoading });
        var data = Directory.CreateDirectory(lab.Data()).FullName;
        await using var serve = ServeProcess.StartOnSmallDisk(lab.Scenarios, lab.EnvironmentFile, data, megabytes: 64);
        await serve.RunsAsync(runs => runs.Any(run => run.IsCompleted()));
        var begun = await serve.RunJustBegunAsync();
        var filler = SmallDisk.Fill(serve.Id, data);
        Assert.That(() => serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.ServiceUnavailable).After(40_000, 500), "it can be read, and that is not enough");
        // Longer than the first of them may start late.
        await Task.Delay(TimeSpan.FromSeconds(80));
        Assert.That(await serve.StatusAsync("healthz"), Is.EqualTo(HttpStatusCode.OK));
        File.Delete(filler);
        var after = await serve.RunsAsync(runs => runs[0].IsCompleted() && runs[0].Id() != begun && runs.Any(run => run.State() == "missed"));
        Assert.That(after.Single(run => run.Id() == begun).State(), Is.EqualTo("prober-fault"), "its evidence found no room");
        Assert.That(after.Skip(1).Select(run => run.State()), Has.None.EqualTo("running").And.None.EqualTo("waiting"), after.ToJsonString());
        Assert.That(await serve.StatusAsync("readyz"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await serve.GetAsync("api/incidents"), Does.Not.Contain("identity-provider").And.Not.Contain("\"application\""), "never the target's");
        Assert.That((await serve.StopAsync()).ExitCode, Is.Zero);
    }
}
