using System.Text.Json;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>Names and places of browsers and package managers: data, because vendors change them and nobody should have to read code for it.</summary>
internal static class InstallationData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = true };

    public static IReadOnlyList<SystemBrowser> SystemBrowsers { get; } = Read<SystemBrowserFile>("system-browsers").Browsers;

    public static IReadOnlyList<PlaywrightBrowser> PlaywrightBrowsers { get; } = Read<PlaywrightBrowserFile>("playwright-browsers").Browsers;

    public static IReadOnlyList<PackageSource> PackageManagers { get; } = Read<PackageManagerFile>("package-managers").Managers;

    private static T Read<T>(string name)
    {
        var assembly = typeof(InstallationData).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Prober.Browser.Installation.Data.{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    private sealed record SystemBrowserFile(IReadOnlyList<SystemBrowser> Browsers);

    private sealed record PlaywrightBrowserFile(IReadOnlyList<PlaywrightBrowser> Browsers);

    private sealed record PackageManagerFile(IReadOnlyList<PackageSource> Managers);
}

/// <summary>A browser that the operating system has.</summary>
internal sealed record SystemBrowser(string Name, string Channel, bool HeadlessOnly)
{
    public IReadOnlyList<string> Linux { get; init; } = [];

    public IReadOnlyList<string> MacOS { get; init; } = [];

    public IReadOnlyList<string> Windows { get; init; } = [];

    public IReadOnlyList<string> PathsOn(MachineSystem system) => system switch
    {
        MachineSystem.Windows => Windows,
        MachineSystem.MacOS => MacOS,
        _ => Linux,
    };
}

/// <summary>A browser of Playwright's own build.</summary>
internal sealed record PlaywrightBrowser(string Name, string BrowserName, bool HeadlessOnly, IReadOnlyList<string> Files);

/// <summary>A package manager and what it calls a browser.</summary>
internal sealed record PackageSource(string System, string Command, bool NeedsRoot, IReadOnlyList<string> Install, IReadOnlyList<string> Packages)
{
    /// <summary>Arguments that bring its lists up to date; empty when it does so by itself.</summary>
    public IReadOnlyList<string> Refresh { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public bool Fits(MachineSystem system) => System.Equals(system.ToString(), StringComparison.OrdinalIgnoreCase);
}
