using System.Net;
using Prober.Browser.Configuration;
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
    /// <param name="connect">Connects to a browser elsewhere and returns its name and version; as a run does when null.</param>
    public Doctor(IMachine machine, DoctorOptions options, HttpClient http, TimeProvider clock, Func<BrowserSettings, CancellationToken, Task<string>>? connect = null)
    {
        // Where the browser runs elsewhere, sandbox and shared memory of this computer do not matter.
        var isHere = options.Settings.Connect is null;
        _diagnoses =
        [
            isHere ? new BrowserDiagnosis(machine, options) : new RemoteBrowserDiagnosis(options.Settings, connect ?? RemoteBrowserDiagnosis.ConnectAsync),
            new DriverDiagnosis(machine, options),
            .. isHere ? [new SandboxDiagnosis(machine), new UserDiagnosis(machine)] : Array.Empty<IDiagnosis>(),
            new MemoryDiagnosis(machine),
            new DiskDiagnosis(machine, "output folder", options.Settings.OutputDirectory),
            new DiskDiagnosis(machine, "temporary folder", Path.GetTempPath()),
            .. isHere ? [new SharedMemoryDiagnosis(machine)] : Array.Empty<IDiagnosis>(),
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
