using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>
/// Arguments of the browser. A browser's own errands (updates, variations, sync) are noise in a recording and load on the
/// machine, so they are switched off whether or not Playwright does so too.
/// </summary>
public static class LaunchArguments
{
    private static readonly string[] Quiet =
    [
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-domain-reliability",
        "--disable-client-side-phishing-detection",
        "--disable-breakpad",
        // The recording shows HTTP/1 and HTTP/2 alike; QUIC escapes some proxies and its races change from run to run.
        "--disable-quic",
    ];

    /// <summary>For a browser that is started here; the settings' own come last, so that they win.</summary>
    public static IReadOnlyList<string> For(BrowserSettings settings, IMachine machine) =>
        settings.BrowserName == "chromium"
            ? [.. Quiet, .. NeedsNoSandbox(machine) ? ["--no-sandbox"] : Array.Empty<string>(), .. settings.Args]
            : settings.Args;

    /// <summary>Chromium refuses to run as root with its sandbox; everybody else keeps it where the system has one.</summary>
    public static bool NeedsNoSandbox(IMachine machine) => machine is { System: MachineSystem.Linux, IsRoot: true };
}
