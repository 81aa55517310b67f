using System.Net;
using System.Net.Sockets;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>
/// Do names under localhost lead here (RFC 6761, 6.3)? Browsers see to it themselves; programs of this computer may not.
/// The embedded lab lives under such names and does not depend on it.
/// </summary>
internal sealed class LocalNamesDiagnosis(Func<string, CancellationToken, Task<IPAddress[]>> resolve) : IDiagnosis
{
    private const string Name = "*.localhost";

    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await resolve("prober.localhost", cancellationToken);
            return addresses.Length > 0 && addresses.All(IPAddress.IsLoopback)
                ? DoctorFinding.Ok(Name, "resolves to this computer")
                : DoctorFinding.Warn(Name, $"resolves to {string.Join(", ", addresses.Select(each => each.ToString()))}", "Look at the name server: localhost must not leave the computer.");
        }
        catch (SocketException)
        {
            return DoctorFinding.Ok(Name, "not resolved by the system; browsers and Prober resolve it themselves");
        }
    }
}
