using Prober.Scenarios;
using Prober.Scenarios.Reading;

namespace Prober.Browser.Configuration;

/// <summary>Reads <c>playwright.config.json</c>, strictly.</summary>
public static class BrowserSettingsLoader
{
    /// <summary>Looked for in the working folder when no file is named.</summary>
    public const string DefaultFile = "playwright.config.json";

    private static readonly ConfigurationShape Shape = new();

    /// <summary>The file named; else the default one, if it is there; else the defaults.</summary>
    /// <exception cref="InputFileException">A file that is named is not there, or a file is not legal.</exception>
    public static BrowserSettings Load(string? path, ScenarioVariables variables) =>
        path is null && !File.Exists(DefaultFile)
            ? new BrowserSettings()
            : Read(StrictDocument.Load(path ?? DefaultFile), variables);

    /// <summary>Reads text already in memory; <paramref name="file"/> is its name in messages, and where relative paths start.</summary>
    /// <exception cref="InputFileException">The text is not legal.</exception>
    public static BrowserSettings Parse(string text, string file, ScenarioVariables variables) =>
        Read(StrictDocument.Parse(text, file), variables);

    private static BrowserSettings Read(StrictNode document, ScenarioVariables variables) =>
        Shape.Read(document, new ReadContext(variables.Find));
}
