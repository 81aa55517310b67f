using System.Net;
using System.Net.Sockets;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor.Outages;

/// <summary>Who does not answer and does not die: a target is held to its budget and named, a driver is replaced and never taken for the target.</summary>
internal static class Silence
{
    public static async Task PassesAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often, new LabOptions { LoginPage = LoginPage.SlowLoading });
        lab.Write(
            MonitoredLab.Text(MonitoredLab.Often).Replace("name: portal", "name: silent", StringComparison.Ordinal)
                .Replace("${PROBER_LAB_PORTAL}", $"http://silent.localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/", StringComparison.Ordinal),
            "silent");
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data());
        var runs = await serve.RunsAsync(runs => runs.Count(run => run.Scenario() == "silent" && run.IsCompleted()) > 1 && runs.Any(run => run.Scenario() == "portal" && run.IsCompleted()));
        Assert.That(runs.Where(run => run.Scenario() == "silent" && run.IsCompleted()).Select(run => (string?)run!["headlineReason"]), Is.All.EqualTo("application-unreachable"), runs.ToJsonString());
        File.Delete(Path.Combine(lab.Scenarios, "silent.yaml"));
        await serve.RunsAsync(runs => runs.All(run => run.State() != "running"));
        var walked = await serve.RunJustBegunAsync();
        var driver = ChildProcesses.Drivers(serve.Id).Single();
        ChildProcesses.Halt(driver);
        runs = await serve.RunsAsync(runs => runs[0].IsCompleted() && runs[0].Id() != walked);
        Assert.That(runs.Single(run => run.Id() == walked).State(), Is.EqualTo("prober-fault"), runs.ToJsonString());
        Assert.That(await serve.GetAsync("api/incidents"), Does.Contain("broke-off"), "the operator's");
        Assert.That(await ChildProcesses.GoneAsync([driver]), Is.Empty);
        Assert.That((await serve.StopAsync()).ExitCode, Is.Zero);
    }
}
