using System.Globalization;

namespace Prober.Monitoring;

/// <summary>
/// What the processes that this one started hold for themselves, from <c>/proc</c> (Linux): driver, browser and all that they started. Elsewhere
/// nothing is measured, and the count of journeys is what ends a browser.
/// </summary>
internal static class DriverMemory
{
    /// <summary>Anonymous memory; what processes share as files is not counted, or it would count once for each renderer.</summary>
    public static double Megabytes()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var processes = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).Select(Read).OfType<Held>().ToLookup(process => process.Parent);
        return Below(Environment.ProcessId, processes) / 1024.0;
    }

    private static long Below(int id, ILookup<int, Held> processes) => processes[id].Sum(child => child.Kilobytes + Below(child.Id, processes));

    // proc(5), /proc/PID/status; a process that ended meanwhile has none.
    private static Held? Read(string name)
    {
        try
        {
            var (parent, kilobytes) = (0, 0L);
            foreach (var line in File.ReadLines($"/proc/{name}/status"))
            {
                if (line.StartsWith("PPid:", StringComparison.Ordinal)) parent = (int)Number(line);
                if (line.StartsWith("RssAnon:", StringComparison.Ordinal)) kilobytes = Number(line);
            }

            return new(int.Parse(name, CultureInfo.InvariantCulture), parent, kilobytes);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Number(string line) => long.Parse(line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private sealed record Held(int Id, int Parent, long Kilobytes);
}
