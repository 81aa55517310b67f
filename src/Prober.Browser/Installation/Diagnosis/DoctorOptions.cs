using Prober.Browser.Configuration;

namespace Prober.Browser.Installation.Diagnosis;

/// <summary>What the doctor looks at.</summary>
public sealed record DoctorOptions
{
    public BrowserSettings Settings { get; init; } = new();

    /// <summary>Folder of the program, beside which Playwright's driver lies.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>An identity provider whose clock is compared with this computer's; null to leave that out.</summary>
    public Uri? Issuer { get; init; }
}
