using System.Globalization;

namespace Prober.Benchmarks;

/// <summary>
/// CPU time of this process and all its descendants, living and reaped, from <c>/proc</c> (Linux). Renderers that end
/// are in their reaper's account, so nothing of a browser is lost when a context closes.
/// </summary>
internal static class ProcessTreeCpu
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds used so far, user and system, without the tree under <paramref name="except"/>.</summary>
    public static double Seconds(int? except = null)
    {
        var processes = Directory.EnumerateDirectories("/proc").Select(Read).OfType<ProcessTimes>().ToDictionary(process => process.Id);
        var children = processes.Values.ToLookup(process => process.Parent);
        return Sum(Environment.ProcessId, processes, children, except) / TicksPerSecond;
    }

    /// <summary>Seconds used so far by this process alone, without the driver and the browser that it started.</summary>
    public static double OwnSeconds() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static double Sum(int id, Dictionary<int, ProcessTimes> processes, ILookup<int, ProcessTimes> children, int? except) =>
        id == except || !processes.TryGetValue(id, out var process)
            ? 0
            : process.Ticks + children[id].Sum(child => Sum(child.Id, processes, children, except));

    private static ProcessTimes? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), out var id))
        {
            return null;
        }

        try
        {
            // proc(5): the name is in parentheses and may hold spaces; after it, field 3 is the state, 4 the parent,
            // 14 to 17 are utime, stime, cutime and cstime.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = Enumerable.Range(11, 4).Sum(index => double.Parse(fields[index], CultureInfo.InvariantCulture));
            return new ProcessTimes(id, int.Parse(fields[1], CultureInfo.InvariantCulture), ticks);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private sealed record ProcessTimes(int Id, int Parent, double Ticks);
}
