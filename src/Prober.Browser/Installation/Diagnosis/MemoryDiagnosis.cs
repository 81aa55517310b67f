using System.Globalization;
using System.Text.RegularExpressions;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Is there memory for a browser? What a container may still use counts, where that is less than what the computer has.</summary>
internal sealed partial class MemoryDiagnosis(IMachine machine) : IDiagnosis
{
    private const string Name = "memory";
    private const long Mebibyte = 1024 * 1024;
    private const long Enough = 750 * Mebibyte;

    public Task<DoctorFinding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Available() switch
    {
        null => DoctorFinding.Ok(Name, "unknown"),
        < Enough and var few => DoctorFinding.Warn(
            Name, $"{few / Mebibyte} MiB available", $"Give it {Enough / Mebibyte} MiB or more: a browser that runs short fails in ways that look like the target's."),
        var some => DoctorFinding.Ok(Name, $"{some / Mebibyte} MiB available"),
    });

    private long? Available()
    {
        long?[] limits = [OfComputer(), OfContainer("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
            OfContainer("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes")];
        return limits.Min();
    }

    private long? OfComputer()
    {
        if (machine.ReadText("/proc/meminfo") is { } text && MemAvailable().Match(text) is { Success: true } match)
            return long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 1024;
        return machine.System == MachineSystem.Linux ? null : Remaining(GC.GetGCMemoryInfo());
    }

    private static long Remaining(GCMemoryInfo memory) => memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;

    private long? OfContainer(string limit, string used) => Number(limit) - Number(used);

    private long? Number(string file) =>
        long.TryParse(machine.ReadText(file)?.Trim(), CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^MemAvailable:\s+([0-9]+) kB", RegexOptions.Multiline)]
    private static partial Regex MemAvailable();
}
