using System.ComponentModel;
using System.Diagnostics;

namespace Prober.Browser.Sessions;

/// <summary>
/// The driver and browser processes of one session, by id and start time, so that none is left behind when the orderly way
/// out is closed. Read from <c>/proc</c>; elsewhere the tree is empty and Playwright's own clean-up is all there is.
/// </summary>
internal sealed class ProcessTree
{
    private readonly List<(int Id, long Started)> _members = [];
    private readonly HashSet<string> _profiles = [];
    private int _driver;

    /// <summary>True unless the driver or a browser process that was seen is gone.</summary>
    public bool IsAlive => _members.TrueForAll(IsRunning);

    /// <summary>Children of this process, to tell later which one is new.</summary>
    public static IReadOnlySet<int> Children() => ChildrenOf(Environment.ProcessId).ToHashSet();

    /// <summary>Remembers the child that came since, and every process that it started.</summary>
    public void Remember(IReadOnlySet<int> before)
    {
        if (_driver == 0) _driver = ChildrenOf(Environment.ProcessId).FirstOrDefault(id => !before.Contains(id));
        if (_driver == 0) return;
        _members.Clear();
        // Wrapper script and browser proper stand one below the other; what is below them comes and goes with each tab.
        var level = new List<int> { _driver };
        for (var depth = 0; depth < 3 && level.Count > 0; depth++)
        {
            _members.AddRange(level.Select(id => (id, StartOf(id))).Where(member => member.Item2 != 0));
            level = [.. level.SelectMany(ChildrenOf).Where(IsMainProcess)];
            foreach (var id in level) NoteProfile(id);
        }
    }

    /// <summary>Kills what still runs, browser first, and removes the profile folder that only the driver would have removed.</summary>
    public void Kill()
    {
        if (!_members.Exists(IsRunning) && !_profiles.Any(Directory.Exists)) return;
        foreach (var (id, _) in Enumerable.Reverse(_members).Where(IsRunning))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill(entireProcessTree: true);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // Ended by itself between the look and the call.
            }
        }

        foreach (var profile in _profiles) PrivateFolder.Remove(profile);
    }

    /// <summary>Playwright makes a profile for each browser in the temporary folder.</summary>
    private void NoteProfile(int id)
    {
        const string Argument = "--user-data-dir=";
        var profile = CommandLine(id).FirstOrDefault(part => part.StartsWith(Argument, StringComparison.Ordinal))?[Argument.Length..];
        if (profile?.Contains("playwright_", StringComparison.Ordinal) == true) _profiles.Add(profile);
    }

    private static bool IsRunning((int Id, long Started) member) => StartOf(member.Id) == member.Started;

    /// <summary>Renderers and zygotes carry <c>--type=</c>.</summary>
    private static bool IsMainProcess(int id) =>
        CommandLine(id) is { Length: > 0 } parts && !parts.Any(part => part.StartsWith("--type=", StringComparison.Ordinal));

    private static string[] CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<int> ChildrenOf(int parent)
    {
        if (!Directory.Exists("/proc/self")) yield break;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && Status(id) is [_, var owner, ..] && owner == parent.ToString())
                yield return id;
        }
    }

    /// <summary>Start time in clock ticks; 0 when there is no such process, or only its remains.</summary>
    private static long StartOf(int id) => Status(id) is { Length: > 19 } fields && fields[0] is not ("Z" or "X") ? long.Parse(fields[19]) : 0;

    /// <summary>Fields of <c>/proc/[pid]/stat</c> after the name, which may hold blanks: state, parent …</summary>
    private static string[]? Status(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
