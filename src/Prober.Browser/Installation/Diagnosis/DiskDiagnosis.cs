using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Is there room for evidence, and for the raw recording beside it?</summary>
internal sealed class DiskDiagnosis(IMachine machine, string name, string folder) : IDiagnosis
{
    private const long Megabyte = 1_000_000;
    private const long Enough = 500 * Megabyte;

    public Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(folder);
        return Task.FromResult(machine.Volume(path) switch
        {
            null => DoctorFinding.Warn(name, $"room in {path} is not known", "Look whether the folder's volume is there."),
            ( < Enough, _) and var (free, _) => DoctorFinding.Warn(
                name, $"{free / Megabyte} MB free in {path}", $"Make room: a run wants {Enough / Megabyte} MB to be safe."),
            var (free, _) => DoctorFinding.Ok(name, $"{free / Megabyte} MB free in {path}"),
        });
    }
}
