using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Who runs this? A browser that opens pages of others needs no rights over the computer.</summary>
internal sealed class UserDiagnosis(IMachine machine) : IDiagnosis
{
    public Task<DoctorFinding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(machine.IsRoot
        ? DoctorFinding.Warn("user", "root: the browser runs with --no-sandbox", "Run Prober as a user of its own.")
        : DoctorFinding.Ok("user", "not root"));
}
