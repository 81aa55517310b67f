using System.Net;
using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Looks whether this computer can probe: browser, driver, sandbox, memory, disk, clock and names.</summary>
public sealed class Doctor
{
    private readonly IReadOnlyList<IDiagnosis> _diagnoses;

    /// <param name="machine">The computer.</param>
    /// <param name="options">What to look at.</param>
    /// <param name="http">For the issuer's clock only; it should time out by itself.</param>
    /// <param name="clock">The clock that is compared.</param>
    public Doctor(IMachine machine, DoctorOptions options, HttpClient http, TimeProvider clock)
    {
        _diagnoses =
        [
            new BrowserDiagnosis(machine, options),
            new DriverDiagnosis(machine, options),
            new SandboxDiagnosis(machine),
            new UserDiagnosis(machine),
            new MemoryDiagnosis(machine),
            new DiskDiagnosis(machine, "output folder", options.Settings.OutputDirectory),
            new DiskDiagnosis(machine, "temporary folder", Path.GetTempPath()),
            new SharedMemoryDiagnosis(machine),
            new ClockDiagnosis(machine, clock),
            .. options.Issuer is { } issuer ? [new IssuerClockDiagnosis(issuer, http, clock)] : Array.Empty<IDiagnosis>(),
            new LocalNamesDiagnosis(Dns.GetHostAddressesAsync),
        ];
    }

    /// <summary>All findings, in a fixed order.</summary>
    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding>();
        foreach (var diagnosis in _diagnoses) findings.Add(await diagnosis.LookAsync(cancellationToken));
        return findings;
    }
}
