using Prober.Browser.Installation.Machine;

namespace Prober.Tests.Browser.Installation;

/// <summary>A computer with the files, variables and programs that a test gives it.</summary>
internal sealed class FakeMachine : IMachine
{
    public MachineSystem System { get; init; } = MachineSystem.Linux;

    public bool IsRoot { get; init; }

    public string HomeFolder { get; init; } = "/home/ada";

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Path to content.</summary>
    public Dictionary<string, string> Files { get; } = [];

    public Dictionary<string, (long Free, long Total)> Volumes { get; } = [];

    /// <summary>Command line to outcome; a program that is not in it cannot be started.</summary>
    public Dictionary<string, Func<ProcessOutcome>> Programs { get; } = [];

    /// <summary>Command lines that were run.</summary>
    public List<string> Ran { get; } = [];

    public List<ProcessRequest> Requests { get; } = [];

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public bool FileExists(string path) => Files.ContainsKey(path);

    public IReadOnlyList<string> Folders(string path) =>
        [.. Files.Keys.Where(file => file.StartsWith(path + "/", StringComparison.Ordinal))
            .Select(file => file[(path.Length + 1)..].Split('/')).Where(parts => parts.Length > 1)
            .Select(parts => $"{path}/{parts[0]}").Distinct()];

    public string? ReadText(string path) => Files.GetValueOrDefault(path);

    public string? FileVersion(string path) => Files.GetValueOrDefault(path);

    public (long Free, long Total)? Volume(string folder) => Volumes.TryGetValue(folder, out var volume) ? volume : null;

    public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        var line = string.Join(' ', [request.Program, .. request.Arguments]);
        Ran.Add(line);
        Requests.Add(request);
        return Task.FromResult(Programs.TryGetValue(line, out var run)
            ? run()
            : new ProcessOutcome(ProcessEnding.NotStarted, -1, ["No such file or directory"]));
    }

    /// <summary>Puts a browser there that says its version.</summary>
    public FakeMachine WithBrowser(string path, string version)
    {
        Files[path] = "";
        Programs[$"{path} --version"] = () => Said($"Chromium {version} built on Debian");
        return this;
    }

    /// <summary>Puts Playwright's driver beside the program.</summary>
    public FakeMachine WithDriver(string programFolder)
    {
        Variables["PLAYWRIGHT_NODEJS_PATH"] = "/opt/node";
        Files["/opt/node"] = "";
        Files[$"{programFolder}/.playwright/package/package.json"] = """{ "name": "playwright-core", "version": "1.64.1" }""";
        Files[$"{programFolder}/.playwright/package/browsers.json"] =
            """{ "browsers": [ { "name": "chromium", "revision": "1248" }, { "name": "chromium-headless-shell", "revision": "1248" } ] }""";
        return this;
    }

    /// <summary>Puts a browser of Playwright's own into its registry.</summary>
    public FakeMachine WithPlaywrightBrowser(string registry, string folder, string file)
    {
        Files[$"{registry}/{folder}/INSTALLATION_COMPLETE"] = "";
        return WithBrowser($"{registry}/{folder}/{file}", "156.0.8078.4");
    }

    public static ProcessOutcome Said(params string[] lines) => new(ProcessEnding.Exited, 0, lines);

    public static ProcessOutcome Failed(params string[] lines) => new(ProcessEnding.Exited, 1, lines);
}
