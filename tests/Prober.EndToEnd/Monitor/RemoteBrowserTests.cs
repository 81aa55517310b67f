using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.EndToEnd.Commands;
using Prober.Lab;
using Prober.Scenarios;

namespace Prober.EndToEnd.Monitor;

/// <summary>The browser lives elsewhere: <c>connectOptions</c> to a real Playwright server.</summary>
[Platform("Linux"), Parallelizable(ParallelScope.Self)]
public sealed class RemoteBrowserTests
{
    private readonly PlaywrightServer _server = new();

    [OneTimeSetUp]
    public Task StartAsync() => _server.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task A_journey_passes_through_a_Playwright_server_with_all_its_evidence()
    {
        var run = await LabJourney.WalkAsync(new LabOptions(), settings: BrowserSettingsLoader.Load(_server.ConfigurationFile, ScenarioVariables.Of(new Dictionary<string, string>())));
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Success), Story.Of(run));
        Assert.That(run.Report.Run.Browser, Does.StartWith("chromium 1"));
        Assert.That(run.Evidence.Traffic.Value?.Entries.Count, Is.GreaterThan(10), "the HAR came over the wire");
        Assert.That(run.Leaks, Is.Empty);
    }

    [Test]
    public async Task Without_the_server_it_is_an_own_fault_with_a_message_that_keeps_the_token()
    {
        await using var lab = await MonitoredLab.StartAsync("1h");
        await using var server = new PlaywrightServer();
        var run = await CommandLine.HereAsync("run", Path.Combine(lab.Scenarios, "portal.yaml"), "--env-file", lab.EnvironmentFile, "--config", server.ConfigurationFile);
        Assert.That((run.ExitCode, run.Error.Trim()), Is.EqualTo((ExitCode.ProberFault,
            "prober: the Playwright server of connectOptions refused the connection: it does not run, or listens on another port")));
        Assert.That(await DoctorAsync(server.ConfigurationFile), Has.Property("ExitCode").EqualTo(ExitCode.ProberFault)
            .And.Property("Output").Contain("the Playwright server of connectOptions refused the connection: it does not run, or listens on another port"));
    }

    [Test]
    public async Task Doctor_connects_and_says_what_is_wrong()
    {
        Assert.That(await DoctorAsync(_server.ConfigurationFile), Has.Property("ExitCode").EqualTo(ExitCode.Success)
            .And.Property("Output").Match("ok +browser +chromium [0-9.]+, from the Playwright server of connectOptions"));

        // Client and server compare their versions by this header; other versions' clients send another one.
        var older = Path.Combine(Path.GetDirectoryName(_server.ConfigurationFile)!, "older.config.json");
        await File.WriteAllTextAsync(older, JsonSerializer.Serialize(new
        {
            use = new { connectOptions = new { wsEndpoint = _server.Address, headers = new Dictionary<string, string> { ["User-Agent"] = "Playwright/1.10.0 (x64; debian 13) csharp/10.0" } } },
        }));
        Assert.That(await DoctorAsync(older), Has.Property("ExitCode").EqualTo(ExitCode.ProberFault)
            .And.Property("Output").Contain("the Playwright server of connectOptions is of another version than this prober's Playwright; start the same one there"));
    }

    // A table's cells are broken where the console is narrow.
    private static async Task<CommandResult> DoctorAsync(string configuration)
    {
        var result = await CommandLine.HereAsync("doctor", "--config", configuration);
        Assert.That(result.Output + result.Error, Does.Not.Contain(PlaywrightServer.Token));
        return result with { Output = Regex.Replace(result.Output, @"\s+", " ") };
    }

    [Test]
    public async Task The_monitor_goes_on_when_the_server_comes_back()
    {
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often);
        await using var server = new PlaywrightServer();
        await server.StartAsync();
        await using var serve = ServeHere.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data(), ["--config", server.ConfigurationFile]);
        await serve.RunsAsync(runs => runs.FirstOrDefault().State() == "completed");
        await server.StopAsync();
        var faults = await serve.RunsAsync(runs => runs[0].State() == "prober-fault");
        Assert.That(((string?)faults[0]!["fault"], (string?)faults[0]!["summary"]), Is.EqualTo(("prober",
            "the Playwright server of connectOptions refused the connection: it does not run, or listens on another port")));
        await server.StartAsync();
        await serve.RunsAsync(runs => runs[0].IsCompleted());
        Assert.That(await serve.GetAsync("api/incidents"), Does.Not.Contain("identity-provider").And.Not.Contain(PlaywrightServer.Token), "never the target's");
        var (exitCode, error) = await serve.StopAsync();
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error, Does.Not.Contain(PlaywrightServer.Token));
    }
}
