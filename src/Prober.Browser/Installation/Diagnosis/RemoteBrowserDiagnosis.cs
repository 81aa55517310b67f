using Prober.Browser.Configuration;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Can the browser of <c>connectOptions</c> be had: is its server there, is it of this version, and does it lend a browser?</summary>
/// <param name="settings">With <c>connectOptions</c>.</param>
/// <param name="connect">Connects, lets go again and returns name and version of the browser.</param>
internal sealed class RemoteBrowserDiagnosis(BrowserSettings settings, Func<BrowserSettings, CancellationToken, Task<string>> connect) : IDiagnosis
{
    private const string Name = "browser";

    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return DoctorFinding.Ok(Name, $"{await connect(settings, cancellationToken)}, from the Playwright server of connectOptions");
        }
        catch (ProberFaultException error)
        {
            return DoctorFinding.Fail(Name, error.Message, "Look at the server, and at connectOptions in playwright.config.json: wsEndpoint, headers, timeout.");
        }
    }

    /// <summary>As a run connects.</summary>
    public static async Task<string> ConnectAsync(BrowserSettings settings, CancellationToken cancellationToken)
    {
        await using var session = await BrowserSession.StartAsync(settings, found: null, [], TimeProvider.System, cancellationToken);
        return session.Browser;
    }
}
