using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NUnit.Framework;

namespace Prober.EndToEnd;

/// <summary>The processes that a process started, and theirs, read from <c>/proc</c>.</summary>
internal static class ChildProcesses
{
    public static IReadOnlyList<int> Descendants(int process)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit))
            .Select(name => (Id: int.Parse(name, CultureInfo.InvariantCulture), Parent: ParentOf(name))).ToLookup(pair => pair.Parent, pair => pair.Id);
        return [.. Under(process)];

        IEnumerable<int> Under(int id) => parents[id].SelectMany(child => Under(child).Prepend(child));
    }

    /// <summary>Kills, without warning, the one that runs a program whose name begins so; of a browser's processes, the main one.</summary>
    public static void Kill(IEnumerable<int> processes, string program) =>
        Process.GetProcessById(processes.First(id => Program(id).StartsWith(program, StringComparison.Ordinal) && !Arguments(id).Contains("--type="))).Kill();

    /// <summary>SIGTERM: asks it to end, as an init system does.</summary>
    public static void End(int process) => Send(process, signal: 15);

    /// <summary>SIGSTOP: it is there, and does nothing any more.</summary>
    public static void Halt(int process) => Send(process, signal: 19);

    /// <summary>Playwright's drivers that a process started: each browser session has its own. What a driver forks is node, too, until it is a browser.</summary>
    public static IReadOnlyList<int> Drivers(int process) =>
        [.. Descendants(process).Where(id => ParentOf(id.ToString(CultureInfo.InvariantCulture)) == process && Program(id).StartsWith("node", StringComparison.Ordinal))];

    /// <summary>Those still there after a few seconds, with their names; zombies that wait for their parent do not count.</summary>
    public static async Task<IReadOnlyList<string>> GoneAsync(IReadOnlyList<int> processes)
    {
        IReadOnlyList<string> left = [];
        for (var attempt = 0; attempt < 50; attempt++)
        {
            left = [.. processes.Where(IsRunning).Select(id => $"{id} {Program(id)}")];
            if (left.Count == 0)
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return left;
    }

    private static string Program(int id) => Path.GetFileName(new FileInfo($"/proc/{id}/exe").LinkTarget) ?? "";

    private static string Arguments(int id) => File.ReadAllText($"/proc/{id}/cmdline");

    private static bool IsRunning(int id) => Stat(id.ToString(CultureInfo.InvariantCulture)) is { } stat && stat[(stat.LastIndexOf(')') + 2)..][0] != 'Z';

    private static int ParentOf(string id) =>
        Stat(id) is { } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : -1;

    private static string? Stat(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Send(int process, int signal) => Assert.That(Signal(process, signal), Is.Zero);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
