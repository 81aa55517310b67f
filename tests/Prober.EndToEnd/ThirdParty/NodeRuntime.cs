using System.ComponentModel;
using System.Diagnostics;
using Prober.Tests;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>Node and the packages of this folder, installed once for each checkout from its lock file.</summary>
internal static class NodeRuntime
{
    private const int OldestMajor = 18;

    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>The folder of the scripts in the checkout, where the packages are too.</summary>
    public static string Folder { get; } = Path.Combine(Checkout(), "tests", "Prober.EndToEnd", "ThirdParty");

    /// <summary>The checkout's root.</summary>
    public static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Prober.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of a checkout.");
    }

    /// <summary>
    /// Makes the packages ready. Without Node the calling fixture is skipped with the reason; in continuous integration, which
    /// promises these tests, it fails.
    /// </summary>
    /// <param name="folder">Where package.json and its lock file are; null for this folder.</param>
    public static async Task RequireAsync(string? folder = null)
    {
        if (await MissingOneAtATimeAsync(folder ?? Folder) is { } reason) throw MissingSoftware.Because($"third-party software is left out, {reason}");
    }

    // Fixtures run beside each other: a second installation takes away what the first has just laid there.
    private static async Task<string?> MissingOneAtATimeAsync(string folder)
    {
        await Installing.WaitAsync();
        try
        {
            return await MissingAsync(folder);
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<string?> MissingAsync(string folder)
    {
        if (await RunAsync(folder, "node", "--version") is not (0, var version)) return "there is no Node on this machine";
        if (Version.Parse(version.Trim().TrimStart('v')).Major < OldestMajor) return $"Node {version.Trim()} is older than {OldestMajor}";
        if (IsInstalled(folder)) return null;
        var (code, output) = await RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return code == 0 ? null : $"'npm ci' ended with {code}: {output.Trim()}";
    }

    /// <summary>npm writes this file last, so a newer lock file means packages of an older one.</summary>
    private static bool IsInstalled(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"));
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
