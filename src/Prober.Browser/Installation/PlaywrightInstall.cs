using Prober.Browser.Configuration;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation;

/// <summary>Gets a browser by Playwright's own installer.</summary>
internal sealed class PlaywrightInstall(IMachine machine, string programFolder, IProgress<string>? progress)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <returns>What became of it, for a message.</returns>
    public async Task<string> RunAsync(BrowserSettings settings, CancellationToken cancellationToken)
    {
        if (PlaywrightDriver.Find(machine, programFolder) is not { } driver) return "Playwright's driver is missing beside the program";
        var browser = settings is { BrowserName: "chromium", Headless: true } ? "chromium-headless-shell" : settings.BrowserName;
        progress?.Report($"Installing {browser} with Playwright {driver.Version} …");
        var outcome = await machine.RunAsync(
            new(driver.Node, [driver.CommandLine, "install", browser])
            {
                Limit = Limit,
                Silence = Silence,
                Progress = progress,
                // It tries several servers in turn, half a minute each, unless told otherwise.
                Environment = machine.Variable("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT") is null
                    ? new Dictionary<string, string> { ["PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT"] = "10000" } : [],
            },
            cancellationToken);
        return $"Playwright's installer {Tell(outcome)}";
    }

    // Of its many lines the one that names the reason is worth a place in a message.
    private static string Tell(ProcessOutcome outcome) => outcome switch
    {
        { Succeeded: true } => "succeeded, but its browser does not start (libraries of the system may be missing)",
        { Ending: ProcessEnding.TimedOut } => $"was silent for {Silence.TotalSeconds:0} s or took {Limit.TotalMinutes:0} min",
        _ => $"failed ({Reason(outcome)})",
    };

    private static string Reason(ProcessOutcome outcome) =>
        (outcome.Lines.FirstOrDefault(line => line.StartsWith("Error: ", StringComparison.Ordinal)) ?? outcome.FirstLine ?? "no reason given")
        .Replace("Error: ", "", StringComparison.Ordinal).Trim();
}
