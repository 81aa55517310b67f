using System.Diagnostics;
using NUnit.Framework;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>Prometheus' own judge of rules and expressions.</summary>
internal static class Promtool
{
    /// <summary>Runs it beside the files and returns its exit code; what it said is in the test's output. Ignores the test where it is not installed.</summary>
    public static int Run(params string[] arguments)
    {
        if ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists) is not { } promtool)
            throw MissingSoftware.Because("promtool is not on the PATH (Debian's package: prometheus)");

        using var process = Process.Start(new ProcessStartInfo(promtool, arguments) { WorkingDirectory = DeployFiles.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        TestContext.Out.WriteLine(process.StandardOutput.ReadToEnd());
        TestContext.Out.WriteLine(errors.GetAwaiter().GetResult());
        process.WaitForExit();
        return process.ExitCode;
    }
}
