using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.Lab;
using Prober.Runs;

namespace Prober.EndToEnd.Monitor;

/// <summary>Playwright's own server with the system's browser, as it would run on another machine; started, stopped and started again at one address.</summary>
internal sealed class PlaywrightServer : IAsyncDisposable
{
    /// <summary>Stands in the address, as the token of a hosted browser does.</summary>
    public const string Token = "a-token-that-nobody-may-see";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-playwright-");
    private readonly int _port = LoopbackPorts.Free();
    private Process? _process;

    /// <summary>Not started yet; the configuration is there.</summary>
    public PlaywrightServer() => File.WriteAllText(ConfigurationFile, JsonSerializer.Serialize(new { use = new { connectOptions = new { wsEndpoint = Address } } }));

    /// <summary>A <c>playwright.config.json</c> that names it.</summary>
    public string ConfigurationFile => Path.Combine(_folder.FullName, "playwright.config.json");

    /// <summary>With the token; nobody may see it.</summary>
    public string Address => $"ws://127.0.0.1:{_port}/{Token}";

    public async Task StartAsync()
    {
        var browser = await BrowserSetup.EnsureAsync(new BrowserSettings(), TestContext.Progress, CancellationToken.None);
        var options = new { executablePath = browser.Path, port = _port, wsPath = $"/{Token}", args = new[] { LabHost.NameRules }, chromiumSandbox = false };
        var launch = Path.Combine(_folder.FullName, "launch.json");
        await File.WriteAllTextAsync(launch, JsonSerializer.Serialize(options));
        _process = Process.Start(new ProcessStartInfo(Driver("node", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "node"), [Driver("package", "cli.js"), "launch-server", "--browser", "chromium", "--config", launch])
        {
            RedirectStandardOutput = true,
        })!;
        var first = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => first.TrySetResult(line.Data);
        _process.BeginOutputReadLine();
        Assert.That(await first.Task.WaitAsync(TimeSpan.FromSeconds(90)), Does.StartWith("ws://"), "it says where it listens");
    }

    /// <summary>Server and browser die, as with their machine.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private static string Driver(params string[] names) => Path.Combine([AppContext.BaseDirectory, ".playwright", .. names]);
}
