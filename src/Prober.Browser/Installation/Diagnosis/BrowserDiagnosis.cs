using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Is there a browser on this computer, and does it start?</summary>
internal sealed class BrowserDiagnosis(IMachine machine, DoctorOptions options) : IDiagnosis
{
    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await new BrowserFinder(machine, options.ProgramFolder).FindAsync(options.Settings, cancellationToken) is { } found
                ? DoctorFinding.Ok("browser", $"{found.Name} {found.Version}, {Origin(found.Source)}: {found.Path}")
                : DoctorFinding.Fail("browser", "none was found", "Run \"prober install\".");
        }
        catch (BrowserUnavailableException error)
        {
            return DoctorFinding.Fail("browser", error.Message, "Correct launchOptions.executablePath in playwright.config.json.");
        }
    }

    private static string Origin(BrowserSource source) => source switch
    {
        BrowserSource.Configured => "configured",
        BrowserSource.Playwright => "Playwright's own",
        _ => "of the system",
    };
}
