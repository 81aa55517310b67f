namespace Prober.Browser.Configuration;

/// <summary>How the browser is started and what it pretends to be: <c>playwright.config.json</c>, in Playwright Test's own words.</summary>
public sealed record BrowserSettings
{
    /// <summary><c>chromium</c>, <c>firefox</c> or <c>webkit</c>.</summary>
    public string BrowserName { get; init; } = "chromium";

    /// <summary>A branded browser of this machine, such as <c>chrome</c> or <c>msedge</c>; null for none in particular.</summary>
    public string? Channel { get; init; }

    public bool Headless { get; init; } = true;

    /// <summary>Base of relative addresses; null for none.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Fixed, because error texts on login pages come in the browser's language.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>IANA name; null for the machine's.</summary>
    public string? TimezoneId { get; init; }

    /// <summary>Replaces the browser's own; null leaves it.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Null leaves the size to the window.</summary>
    public ViewportSize? Viewport { get; init; } = new(1280, 720);

    /// <summary>A device of Playwright's list that is imitated, such as <c>Pixel 7</c>; what stands beside it overrides it.</summary>
    public string? Device { get; init; }

    public bool IgnoreHttpsErrors { get; init; }

    /// <summary>Sent with every request of the page, so that the target can tell a probe from a person.</summary>
    public IReadOnlyDictionary<string, string> ExtraHttpHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Null leaves it to the scenario's budgets.</summary>
    public TimeSpan? ActionTimeout { get; init; }

    /// <summary>Null leaves it to the scenario's budgets.</summary>
    public TimeSpan? NavigationTimeout { get; init; }

    public RecordingMode Trace { get; init; } = RecordingMode.Off;

    public RecordingMode Screenshot { get; init; } = RecordingMode.RetainOnFailure;

    public RecordingMode Video { get; init; } = RecordingMode.Off;

    /// <summary>The browser to start, absolute; null means it is looked for.</summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Command line arguments beside the product's own.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Playwright's <c>slowMo</c>: a pause after each action, for watching.</summary>
    public TimeSpan SlowMotion { get; init; }

    /// <summary>Longest time the browser may take to start.</summary>
    public TimeSpan LaunchTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public ProxySettings? Proxy { get; init; }

    /// <summary>A browser that runs elsewhere; null starts one here.</summary>
    public ConnectSettings? Connect { get; init; }

    /// <summary>Where bundles and reports are written.</summary>
    public string OutputDirectory { get; init; } = "prober-output";

    /// <summary>Longest time of one run; null leaves it to the scenario's budgets.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How many more times a run is tried whose fault may be the prober's own; never a wrong password.</summary>
    public int Retries { get; init; }

    /// <summary>Runs side by side.</summary>
    public int Workers { get; init; } = 1;

    public IReadOnlyList<ReporterSettings> Reporters { get; init; } = [];

    /// <summary>The same settings with overrides, by name; empty when there is one browser only.</summary>
    public IReadOnlyList<BrowserProject> Projects { get; init; } = [];
}
