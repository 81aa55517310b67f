using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Prober.Monitor.Store;
using Prober.Scenarios;
using Prober.Tests.Monitor.Deploy;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Web;

public sealed class ProberEndpointsTests
{
    private DirectoryInfo _folder = null!;
    private RunningMonitor _monitor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("prober-page-");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "portal.yaml"), MonitoredScenario.Text("portal", "7d"));
        _monitor = await RunningMonitor.StartAsync([_folder.FullName], ScenarioVariables.Of(new Dictionary<string, string>()));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _monitor.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task The_prober_shows_its_queue_its_store_and_its_last_fault()
    {
        var now = TimeProvider.System.GetUtcNow();
        await _monitor.Services.GetRequiredService<RunStore>().BeginAsync(
            new() { Id = "run", Scenario = "portal", Node = "node", State = RunState.ProberFault, Cause = RunCause.Schedule, DueAt = now, StartedAt = now.AddSeconds(2), Summary = "No browser was found." }, default);
        var page = await PageAsync("/prober");
        Assert.That(page, Does.Contain($"0 of {Environment.ProcessorCount} slots").And.Contain("No browser was found.").And.Contain("prober.db").And.Contain(", which made this page"));
        Assert.That(page, Does.Contain("<dd>2.0 s<span"), "how late it was");
    }

    [Test]
    public async Task A_login_without_a_report_is_said_to_be_unknown_and_not_to_be_well()
    {
        var page = await PageAsync("/expiries");
        Assert.That(page, Does.Contain("Nothing is known to end.").And.Contain("No report here yet of portal."));
    }

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode((await _monitor.GetAsync(path)).Text);
}
