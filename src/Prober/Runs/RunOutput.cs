namespace Prober.Runs;

/// <summary>Where a run's evidence and reports go, and in which formats.</summary>
/// <param name="Folder">Parent of the runs' own folders.</param>
internal sealed record RunOutput(string Folder)
{
    /// <summary>Formats written besides <c>report.html</c> and <c>report.json</c>, which every run gets.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Checks of every kind on the console, also those with nothing to say.</summary>
    public bool Verbose { get; init; }

    /// <summary>Keep Playwright's trace, if one was recorded, also of a run that passed.</summary>
    public bool KeepTrace { get; init; }

    /// <summary>Keep the bodies of scripts and styles in the recording, so that it can be replayed.</summary>
    public bool KeepScripts { get; init; }

    /// <summary>The folder goes when the command ends: nobody is told of it.</summary>
    public bool Passing { get; init; }

    /// <summary>One file to put all runs into, with their scenarios; null for none.</summary>
    public FileInfo? Ticket { get; init; }

    /// <summary>Names of the files to write.</summary>
    public IEnumerable<string> AllFormats => Formats.Where(format => format != "console").Concat(["html", "json"]).Distinct();
}
