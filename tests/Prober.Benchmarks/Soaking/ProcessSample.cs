using System.Globalization;

namespace Prober.Benchmarks.Soaking;

/// <summary>What this process and those that it started hold at a moment, from <c>/proc</c> (Linux).</summary>
/// <param name="After">Since the beginning.</param>
/// <param name="OwnMb">Resident memory of this process.</param>
/// <param name="TreeMb">Of all of them; what they share counts each time.</param>
/// <param name="Handles">Open file descriptors of this process.</param>
/// <param name="Processes">How many there are, this one included.</param>
internal sealed record ProcessSample(TimeSpan After, double OwnMb, double TreeMb, int Handles, int Processes)
{
    public override string ToString() =>
        $"minute {After.TotalMinutes,5:F1}: {OwnMb,5:F0} MB resident, {TreeMb,5:F0} MB with driver and browser, {Handles,4} handles, {Processes,3} processes";

    public static ProcessSample Take(TimeSpan after, IReadOnlyCollection<int> except)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => (Id: int.Parse(name!, CultureInfo.InvariantCulture), Parent: Field(name!, "PPid:"))).ToList();
        var tree = new List<int> { Environment.ProcessId };
        for (var index = 0; index < tree.Count; index++) tree.AddRange(parents.Where(process => process.Parent == tree[index] && !except.Contains(process.Id)).Select(process => process.Id));
        return new(after, Mb(Environment.ProcessId), tree.Sum(Mb), Directory.GetFileSystemEntries("/proc/self/fd").Length, tree.Count);
    }

    private static double Mb(int process) => Field($"{process}", "VmRSS:") / 1024.0;

    // proc(5), /proc/PID/status; a process that ended meanwhile has none.
    private static int Field(string process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
