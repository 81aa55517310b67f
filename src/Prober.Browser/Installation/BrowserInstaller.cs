using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>
/// Sees to it that there is a browser: Playwright's installer first, the system's package manager where the download is cut off,
/// and else one line that says what to do. It never waits for a dead connection: silence ends a download.
/// </summary>
public sealed class BrowserInstaller(IMachine machine, string programFolder)
{
    private readonly BrowserFinder _finder = new(machine, programFolder);

    /// <summary>The installer of this computer.</summary>
    public static BrowserInstaller Local(TimeProvider clock) => new(new LocalMachine(clock), AppContext.BaseDirectory);

    /// <summary>The browser that is there, or one that is installed now.</summary>
    /// <param name="settings">Which browser.</param>
    /// <param name="progress">Told each line of the installers' output, for standard error; null for silence.</param>
    /// <param name="cancellationToken">Ends the installers too.</param>
    /// <exception cref="BrowserUnavailableException">There is none, and none could be installed.</exception>
    public async Task<FoundBrowser> EnsureAsync(BrowserSettings settings, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (await _finder.FindAsync(settings, cancellationToken) is { } there) return there;
        var attempts = new List<string>();
        foreach (var way in Ways(settings, progress))
        {
            attempts.Add(await way(cancellationToken));
            if (await _finder.FindAsync(settings, cancellationToken) is { } installed) return installed;
        }
        throw new BrowserUnavailableException(
            $"No browser was found and none could be installed: {string.Join("; ", attempts)}. {Advice.For(settings, machine.System)}");
    }

    private IEnumerable<Func<CancellationToken, Task<string>>> Ways(BrowserSettings settings, IProgress<string>? progress)
    {
        if (settings.Channel is null or "chromium") yield return token => new PlaywrightInstall(machine, programFolder, progress).RunAsync(settings, token);
        if (settings is { BrowserName: "chromium", Channel: null or "chromium" })
            yield return token => new PackageInstall(machine, progress).RunAsync(settings, token);
    }
}
