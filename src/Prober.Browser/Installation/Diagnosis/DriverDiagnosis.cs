using Prober.Browser.Installation.Machine;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Is Playwright's driver there, and does its Node.js run on this computer?</summary>
internal sealed class DriverDiagnosis(IMachine machine, DoctorOptions options) : IDiagnosis
{
    private const string Name = "Playwright driver";

    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        if (PlaywrightDriver.Find(machine, options.ProgramFolder) is not { } driver)
            return DoctorFinding.Fail(Name, $"missing beside the program, in {options.ProgramFolder}", "Install Prober again; the folder .playwright belongs to it.");
        var node = await machine.RunAsync(new(driver.Node, ["--version"]) { Limit = TimeSpan.FromSeconds(10) }, cancellationToken);
        return node.Succeeded
            ? DoctorFinding.Ok(Name, $"{driver.Version} on Node.js {node.LastLine}")
            : DoctorFinding.Fail(
                Name,
                $"{driver.Version}, but its Node.js does not run: {node.LastLine ?? node.Ending.ToString()}",
                "Name a Node.js of this computer in the environment variable PLAYWRIGHT_NODEJS_PATH.");
    }
}
