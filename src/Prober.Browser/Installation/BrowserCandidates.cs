using System.Text.RegularExpressions;
using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>A place where a browser may be.</summary>
internal sealed record BrowserCandidate(string Path, string Name, BrowserSource Source);

/// <summary>Places where a browser for these settings may be, in the order in which they are preferred; only such as exist.</summary>
internal sealed partial class BrowserCandidates(IMachine machine, PlaywrightDriver? driver)
{
    public IEnumerable<BrowserCandidate> For(BrowserSettings settings) =>
        settings.Channel is null ? OfPlaywright(settings).Concat(OfSystem(settings)) : OfSystem(settings);

    private IEnumerable<BrowserCandidate> OfPlaywright(BrowserSettings settings) =>
        from browser in InstallationData.PlaywrightBrowsers
        where browser.BrowserName == settings.BrowserName && (settings.Headless || !browser.HeadlessOnly)
        let folder = driver?.FolderOf(browser.Name)
        where folder is not null
        let home = Path.Combine(Registry(), folder)
        // The installer writes the mark last: a folder without it is half a download.
        where machine.FileExists(Path.Combine(home, "INSTALLATION_COMPLETE"))
        from place in machine.Folders(home).Prepend(home)
        from file in browser.Files
        let path = Path.Combine(place, file)
        where machine.FileExists(path)
        select new BrowserCandidate(path, $"Playwright {browser.Name}", BrowserSource.Playwright);

    private IEnumerable<BrowserCandidate> OfSystem(BrowserSettings settings) =>
        from browser in InstallationData.SystemBrowsers
        where settings.BrowserName == "chromium" && (settings.Headless || !browser.HeadlessOnly)
        where settings.Channel is null || settings.Channel == browser.Channel
        from place in browser.PathsOn(machine.System)
        from path in Expand(place)
        where machine.FileExists(path)
        select new BrowserCandidate(path, browser.Name, BrowserSource.System);

    private string Registry()
    {
        var named = machine.Variable("PLAYWRIGHT_BROWSERS_PATH");
        if (named == "0") return Path.Combine(driver!.Package, ".local-browsers");
        return named is not null ? Path.GetFullPath(named) : Path.Combine(CacheFolder(), "ms-playwright");
    }

    private string CacheFolder() => machine.System switch
    {
        MachineSystem.Windows => machine.Variable("LOCALAPPDATA") ?? Path.Combine(machine.HomeFolder, "AppData", "Local"),
        MachineSystem.MacOS => Path.Combine(machine.HomeFolder, "Library", "Caches"),
        _ => machine.Variable("XDG_CACHE_HOME") ?? Path.Combine(machine.HomeFolder, ".cache"),
    };

    private IEnumerable<string> Expand(string place)
    {
        if (!place.Contains('/', StringComparison.Ordinal)) return SearchPath().Select(folder => Path.Combine(folder, place));
        var variables = Reference().Matches(place).Select(match => match.Groups[1].Value).ToList();
        if (variables.Any(name => machine.Variable(name) is null)) return [];
        var path = Reference().Replace(place, match => machine.Variable(match.Groups[1].Value)!);
        return [path.StartsWith('~') ? machine.HomeFolder + path[1..] : path];
    }

    // A service's PATH is often shorter than a person's.
    private IEnumerable<string> SearchPath() =>
        (machine.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/usr/local/bin"]).Distinct();

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Reference();
}
