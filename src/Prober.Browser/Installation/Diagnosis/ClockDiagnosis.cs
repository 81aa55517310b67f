using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Can times be trusted? Half of the checks on tokens compare this computer's clock with the provider's.</summary>
internal sealed class ClockDiagnosis(IMachine machine, TimeProvider clock) : IDiagnosis
{
    private const string Name = "clock";

    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        var (wall, ticks) = (clock.GetUtcNow(), clock.GetTimestamp());
        var synchronised = await IsSynchronisedAsync(cancellationToken);
        var drift = (clock.GetUtcNow() - wall - clock.GetElapsedTime(ticks)).Duration();
        if (drift > TimeSpan.FromSeconds(1))
            return DoctorFinding.Warn(Name, $"it jumped by {drift.TotalSeconds:0.0} s while it was watched", "Look at the time service, or at the host of this virtual machine.");
        return synchronised switch
        {
            true => DoctorFinding.Ok(Name, "steady and synchronised"),
            false => DoctorFinding.Warn(Name, "steady, but not synchronised", "Switch a time service on: timedatectl set-ntp true."),
            null => DoctorFinding.Ok(Name, "steady; whether it is synchronised is not known here"),
        };
    }

    /// <returns>Null when nothing on this computer tells, as in a container.</returns>
    private async Task<bool?> IsSynchronisedAsync(CancellationToken cancellationToken)
    {
        if (machine.System != MachineSystem.Linux) return null;
        // systemd-timesyncd puts the file there at its first synchronisation.
        if (machine.FileExists("/run/systemd/timesync/synchronized")) return true;
        var request = new ProcessRequest("timedatectl", ["show", "--property=NTPSynchronized", "--value"]) { Limit = TimeSpan.FromSeconds(5) };
        var outcome = await machine.RunAsync(request, cancellationToken);
        return outcome is { Succeeded: true, Lines: [var answer, ..] } ? answer.Trim() == "yes" : null;
    }
}
