using System.Text.RegularExpressions;
using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>
/// Finds a browser: the configured one, else Playwright's own, else Chrome, Edge or Chromium of the system; the headless shell
/// before the full browser, which costs more than twice as much. One that does not even say its version is passed over.
/// </summary>
public sealed partial class BrowserFinder(IMachine machine, string programFolder)
{
    // A cold disk under load: Chromium has been seen to take three seconds to say its version.
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(10);

    /// <summary>The finder of this computer.</summary>
    public static BrowserFinder Local(TimeProvider clock) => new(new LocalMachine(clock), AppContext.BaseDirectory);

    /// <returns>Null when there is none.</returns>
    /// <exception cref="BrowserUnavailableException">The configured browser is not there or does not start: another in its place would hide the mistake.</exception>
    public async Task<FoundBrowser?> FindAsync(BrowserSettings settings, CancellationToken cancellationToken)
    {
        if (settings.ExecutablePath is { } configured) return await ConfiguredAsync(configured, cancellationToken);
        foreach (var candidate in new BrowserCandidates(machine, PlaywrightDriver.Find(machine, programFolder)).For(settings))
            if (await VersionAsync(candidate, settings, cancellationToken) is { Version: { } version })
                return new FoundBrowser(candidate.Path, candidate.Name, version, candidate.Source);
        return null;
    }

    private async Task<FoundBrowser> ConfiguredAsync(string path, CancellationToken cancellationToken)
    {
        var candidate = new BrowserCandidate(path, Path.GetFileNameWithoutExtension(path), BrowserSource.Configured);
        if (!machine.FileExists(path))
            throw new BrowserUnavailableException($"There is no file {path}, which launchOptions.executablePath names; correct it, or leave it out to have a browser found.");
        var (version, reason) = await VersionAsync(candidate, new BrowserSettings(), cancellationToken);
        return version is not null
            ? new FoundBrowser(path, candidate.Name, version, BrowserSource.Configured)
            : throw new BrowserUnavailableException($"{path}, which launchOptions.executablePath names, does not start: {reason}");
    }

    private async Task<(string? Version, string? Reason)> VersionAsync(
        BrowserCandidate candidate, BrowserSettings settings, CancellationToken cancellationToken)
    {
        // WebKit's launcher has no such switch, and on Windows --version opens a window.
        if (settings.BrowserName == "webkit") return ("unknown", null);
        if (machine.System == MachineSystem.Windows) return (machine.FileVersion(candidate.Path) ?? "unknown", null);
        var outcome = await machine.RunAsync(new(candidate.Path, ["--version"]) { Limit = VersionLimit }, cancellationToken);
        var match = outcome.Lines.Select(line => Version().Match(line)).FirstOrDefault(found => found.Success);
        if (outcome.Succeeded && match is not null) return (match.Value, null);
        return (null, outcome.Ending == ProcessEnding.TimedOut
            ? $"it did not say its version within {VersionLimit.TotalSeconds:0} s."
            : outcome.LastLine ?? $"exit code {outcome.ExitCode}.");
    }

    [GeneratedRegex(@"\b[0-9]+\.[0-9]+(\.[0-9]+)*\b")]
    private static partial Regex Version();
}
