using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Is /dev/shm large enough? Docker gives it 64 MB; pages that need more crash without a word when the browser uses it.</summary>
internal sealed class SharedMemoryDiagnosis(IMachine machine) : IDiagnosis
{
    private const string Name = "/dev/shm";
    private const long Megabyte = 1_000_000;
    private const long Enough = 128 * Megabyte;

    public Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        if (machine.System != MachineSystem.Linux) return Task.FromResult(DoctorFinding.Ok(Name, "not used on this system"));
        return Task.FromResult(machine.Volume("/dev/shm") switch
        {
            null => DoctorFinding.Ok(Name, "not there; the browser uses the temporary folder"),
            (_, < Enough) and var (_, total) => DoctorFinding.Warn(
                Name,
                $"{total / Megabyte} MB; Playwright has the browser use the temporary folder instead",
                "In Docker: --shm-size=1g, or --ipc=host."),
            var (_, total) => DoctorFinding.Ok(Name, $"{total / Megabyte} MB"),
        });
    }
}
