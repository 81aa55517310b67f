namespace Prober.Browser.Installation;

/// <summary>A browser that is there and says its version.</summary>
/// <param name="Path">The program, absolute.</param>
/// <param name="Name">Its name for people: <c>Chromium headless shell</c>.</param>
/// <param name="Version"><c>156.0.8078.4</c>.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record FoundBrowser(string Path, string Name, string Version, BrowserSource Source);

/// <summary>Where a browser comes from.</summary>
public enum BrowserSource
{
    /// <summary>Named in the configuration.</summary>
    Configured,

    /// <summary>Of Playwright's own build, made for this driver.</summary>
    Playwright,

    /// <summary>Of the operating system or its user.</summary>
    System,
}
