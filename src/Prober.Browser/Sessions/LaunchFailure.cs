namespace Prober.Browser.Sessions;

/// <summary>Finds the line that says why in Playwright's page-long message about a browser that did not start.</summary>
internal static class LaunchFailure
{
    private static readonly string[] Telling =
    [
        "without --no-sandbox", "error while loading shared libraries", "No usable sandbox", "Permission denied",
        "Executable doesn't exist", "FATAL", "ERROR:",
    ];

    /// <summary>True when the browser did not start because the system gives it no sandbox.</summary>
    public static bool IsOfSandbox(string message) => message.Contains("No usable sandbox", StringComparison.OrdinalIgnoreCase) || message.Contains("zygote_host_impl_linux", StringComparison.Ordinal);

    public static string FirstComplaint(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = Telling.Select(word => lines.FirstOrDefault(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(line => line is not null) ?? lines.FirstOrDefault() ?? "no reason given";
        return line.Length > 300 ? line[..300] : line;
    }
}
