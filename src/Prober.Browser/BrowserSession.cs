using Microsoft.Playwright;
using Prober.Browser.Configuration;
using Prober.Browser.Installation;
using Prober.Browser.Sessions;

namespace Prober.Browser;

/// <summary>
/// One living driver and browser, reused over runs with a context for each. When either dies the session is over:
/// <see cref="IsAlive"/> turns false, and a new one starts in about a second.
/// </summary>
public sealed class BrowserSession : IAsyncDisposable
{
    /// <summary>Time for an orderly end, before what is left is killed.</summary>
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(10);

    /// <summary>Time to open an empty window, which takes some milliseconds: who needs longer than this does not answer.</summary>
    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(10);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ProcessTree _processes;
    private readonly PrivateFolder _folder;
    private readonly Lock _gate = new();
    private int _windows;
    private volatile bool _isDeaf;

    private BrowserSession(IPlaywright playwright, IBrowser browser, ProcessTree processes, PrivateFolder folder, SessionFacts facts)
    {
        (_playwright, _browser, _processes, _folder) = (playwright, browser, processes, folder);
        (Browser, Settings, Time, UserAgent) = (facts.Browser, facts.Settings, facts.Time, facts.UserAgent);
    }

    /// <summary>Name and version of the browser, as a run records it.</summary>
    public string Browser { get; }

    /// <summary>False once driver or browser is gone, or was asked and did not answer; runs under way end as the prober's fault.</summary>
    public bool IsAlive => !_isDeaf && _browser.IsConnected && _processes.IsAlive;

    internal BrowserSettings Settings { get; }

    internal TimeProvider Time { get; }

    /// <summary>The browser's own user agent with the prober's name behind it.</summary>
    internal string UserAgent { get; }

    /// <summary>The browser itself, for whoever measures against it.</summary>
    internal IBrowser PlaywrightBrowser => _browser;

    /// <summary>
    /// Starts driver and browser, which is <c>found</c>, or connects to the server that the settings name, and then it is null; <c>extraArguments</c> stand on the
    /// command line of a browser that is started, beside those of the settings (see <see cref="LaunchArguments"/>).
    /// </summary>
    /// <exception cref="ProberFaultException">
    /// The browser does not start: the message names it and quotes its first complaint; or the server cannot be had.
    /// </exception>
    public static async Task<BrowserSession> StartAsync(
        BrowserSettings settings,
        FoundBrowser? found,
        IReadOnlyList<string> extraArguments,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var folder = PrivateFolder.Create();
        var processes = new ProcessTree();
        IPlaywright? playwright = null;
        try
        {
            var before = ProcessTree.Children();
            playwright = await Playwright.CreateAsync().BoundedBy(cancellationToken);
            processes.Remember(before);
            var type = playwright[settings.BrowserName];
            var browser = settings.Connect is { } server
                ? await ConnectAsync(type, server).BoundedBy(cancellationToken)
                : await LaunchAsync(type, Options(settings, found!, extraArguments, folder)).BoundedBy(cancellationToken);
            processes.Remember(before);
            var agent = await UserAgentOf(browser, settings).BoundedBy(cancellationToken);
            return new BrowserSession(playwright, browser, processes, folder, new($"{found?.Name ?? settings.BrowserName} {browser.Version}", settings, time, agent));
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or OperationCanceledException)
        {
            using var grace = new CancellationTokenSource(CloseGrace, time);
            if (playwright is not null) await TryAsync(Ended(playwright), grace.Token);
            processes.Kill();
            folder.Dispose();
            if (exception is OperationCanceledException) throw;
            throw new ProberFaultException(Complaint(settings, found, exception.Message), exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(CloseGrace, Time);
        if (_isDeaf) _processes.Kill();
        else if (_browser.IsConnected) await TryAsync(_browser.CloseAsync(), grace.Token);
        await TryAsync(Ended(_playwright), grace.Token);
        _processes.Kill();
        _folder.Dispose();
    }

    /// <summary>Playwright waits, on the thread that asks, for its driver to go: a driver that hangs never does before it is killed.</summary>
    private static Task Ended(IPlaywright playwright) => Task.Run(playwright.Dispose, CancellationToken.None);

    private static async Task TryAsync(Task step, CancellationToken cancellationToken)
    {
        try
        {
            await step.BoundedBy(cancellationToken);
        }
        catch (Exception exception) when (exception is PlaywrightException or OperationCanceledException)
        {
            // Dead or deaf: what is left of it is killed.
        }
    }

    /// <summary>
    /// Asks driver and browser for an empty window. Worth asking when nothing came in time: a process that hangs is there, and its silence looks like the target's.
    /// After a silence of seconds the session is over (<see cref="IsAlive"/>).
    /// </summary>
    internal async Task<bool> AnswersAsync()
    {
        using var grace = new CancellationTokenSource(AnswerGrace, Time);
        try
        {
            if (IsAlive) await OpenAndCloseAsync().BoundedBy(grace.Token);
        }
        catch (Exception silence) when (silence is PlaywrightException or OperationCanceledException)
        {
            _isDeaf = true;
        }

        return IsAlive;

        async Task OpenAndCloseAsync()
        {
            await using var window = await _browser.NewContextAsync();
        }
    }

    /// <summary>
    /// A fresh context whose traffic is recorded from its first request. Its name is empty for the main window; its storage state holds
    /// the cookies to begin with, as Playwright writes them.
    /// </summary>
    internal async Task<RecordedWindow> OpenAsync(string name, PrivateFolder folder, string? storageState, CancellationToken cancellationToken)
    {
        lock (_gate) _windows++;
        var har = folder.File($"{(name.Length == 0 ? "main" : name)}.har");
        var device = Settings.Device is { } known && _playwright.Devices.TryGetValue(known, out var options) ? options : new();
        var context = await _browser.NewContextAsync(WindowOptions.Apply(device, Settings, UserAgent, har, storageState)).BoundedBy(cancellationToken);
        var trace = Settings.Trace == RecordingMode.Off || name.Length > 0 ? null : folder.File("trace.zip");
        if (trace is not null) await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true }).BoundedBy(cancellationToken);
        return new RecordedWindow(name, context, har, trace, Time, Closed);
    }

    /// <summary>Playwright leaves a trace's raw parts in its folder for as long as the browser lives; they go with the last window.</summary>
    private void Closed()
    {
        lock (_gate)
        {
            if (--_windows == 0) _folder.Clear();
        }
    }

    /// <summary>With Chromium's sandbox, and without it where the system has none to give (a container, hardened namespaces): `prober doctor` tells which.</summary>
    private static async Task<IBrowser> LaunchAsync(IBrowserType type, BrowserTypeLaunchOptions options)
    {
        try
        {
            return await type.LaunchAsync(options);
        }
        catch (PlaywrightException refused) when (options.ChromiumSandbox == true && LaunchFailure.IsOfSandbox(refused.Message))
        {
            options.ChromiumSandbox = false;
            return await type.LaunchAsync(options);
        }
    }

    private static BrowserTypeLaunchOptions Options(
        BrowserSettings settings, FoundBrowser found, IReadOnlyList<string> extraArguments, PrivateFolder folder) => new()
        {
            ExecutablePath = found.Path,
            // Unless told so, Playwright switches the sandbox off for everybody.
            ChromiumSandbox = settings.BrowserName == "chromium" && !settings.Args.Contains("--no-sandbox"),
            Headless = settings.Headless,
            Args = settings.Args.Concat(extraArguments).Distinct(),
            SlowMo = settings.SlowMotion > TimeSpan.Zero ? (float)settings.SlowMotion.TotalMilliseconds : null,
            Timeout = (float)settings.LaunchTimeout.TotalMilliseconds,
            Proxy = WindowOptions.ProxyOf(settings),
            ArtifactsDir = folder.Path,
            // Signals are for the executable to answer: it ends runs in order and then disposes of this session.
            HandleSIGHUP = false,
            HandleSIGINT = false,
            HandleSIGTERM = false,
        };

    private static string Complaint(BrowserSettings settings, FoundBrowser? found, string message) => settings.Connect is { } server
        ? ConnectFailure.Describe(message, server.Timeout)
        : $"{found!.Name} ({found.Path}) did not start: {LaunchFailure.FirstComplaint(message)}";

    private static Task<IBrowser> ConnectAsync(IBrowserType type, ConnectSettings server) => type.ConnectAsync(server.WsEndpoint.Reveal(), new()
    {
        Timeout = (float)server.Timeout.TotalMilliseconds,
        ExposeNetwork = server.ExposeNetwork,
        Headers = server.Headers.ToDictionary(header => header.Key, header => header.Value.Reveal()),
    });

    private static async Task<string> UserAgentOf(IBrowser browser, BrowserSettings settings)
    {
        if (settings.UserAgent is { } configured) return $"{configured} Prober/{ProductVersion.Value}";
        if (settings.BrowserName == "chromium")
        {
            var session = await browser.NewBrowserCDPSessionAsync();
            var version = await session.SendAsync("Browser.getVersion");
            await session.DetachAsync();
            return $"{version?.GetProperty("userAgent").GetString()} Prober/{ProductVersion.Value}";
        }

        var page = await browser.NewPageAsync();
        var own = await page.EvaluateAsync<string>("navigator.userAgent");
        await page.CloseAsync();
        return $"{own} Prober/{ProductVersion.Value}";
    }

    private sealed record SessionFacts(string Browser, BrowserSettings Settings, TimeProvider Time, string UserAgent);
}
