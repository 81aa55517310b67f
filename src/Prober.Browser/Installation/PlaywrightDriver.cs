using System.Runtime.InteropServices;
using System.Text.Json;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>
/// The Node.js program that Playwright for .NET brings along: where it lies, its version, and which browsers it was made for.
/// It is run directly for installing, because <c>Microsoft.Playwright.Program.Main</c> can be neither cancelled nor timed.
/// </summary>
public sealed class PlaywrightDriver
{
    private readonly Dictionary<string, string> _revisions;

    private PlaywrightDriver(string node, string package, string version, Dictionary<string, string> revisions)
    {
        Node = node;
        Package = package;
        Version = version;
        _revisions = revisions;
    }

    /// <summary>Node.js itself.</summary>
    public string Node { get; }

    /// <summary>Folder of the driver's own files.</summary>
    public string Package { get; }

    public string Version { get; }

    public string CommandLine => Path.Combine(Package, "cli.js");

    /// <summary>The folder in the registry that holds a browser of this driver: <c>chromium_headless_shell-1248</c>; null for a browser it does not know.</summary>
    public string? FolderOf(string browser) =>
        _revisions.TryGetValue(browser, out var revision) ? $"{browser.Replace('-', '_')}-{revision}" : null;

    /// <summary>Where Playwright for .NET looks: a folder named in the environment, beside the program, two levels up in a package folder.</summary>
    /// <returns>Null when the driver is not there.</returns>
    public static PlaywrightDriver? Find(IMachine machine, string programFolder)
    {
        string?[] folders = [machine.Variable("PLAYWRIGHT_DRIVER_SEARCH_PATH"), programFolder, Path.Combine(programFolder, "..", "..")];
        return folders.OfType<string>().Select(folder => Read(machine, Path.GetFullPath(folder))).FirstOrDefault(driver => driver is not null);
    }

    private static PlaywrightDriver? Read(IMachine machine, string folder)
    {
        var package = Path.Combine(folder, ".playwright", "package");
        var node = machine.Variable("PLAYWRIGHT_NODEJS_PATH") ?? Path.Combine(folder, ".playwright", "node", NodeFolder(machine.System), NodeFile(machine.System));
        if (!machine.FileExists(node)
            || machine.ReadText(Path.Combine(package, "package.json")) is not { } about
            || machine.ReadText(Path.Combine(package, "browsers.json")) is not { } browsers) return null;
        try
        {
            using var version = JsonDocument.Parse(about);
            using var list = JsonDocument.Parse(browsers);
            var revisions = list.RootElement.GetProperty("browsers").EnumerateArray().ToDictionary(
                browser => browser.GetProperty("name").GetString()!, browser => browser.GetProperty("revision").GetString()!);
            return new PlaywrightDriver(node, package, version.RootElement.GetProperty("version").GetString()!, revisions);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string NodeFile(MachineSystem system) => system == MachineSystem.Windows ? "node.exe" : "node";

    private static string NodeFolder(MachineSystem system)
    {
        var arm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        return system switch
        {
            MachineSystem.Windows => arm ? "win32_arm64" : "win32_x64",
            MachineSystem.MacOS => arm ? "darwin-arm64" : "darwin-x64",
            _ => arm ? "linux-arm64" : "linux-x64",
        };
    }
}
