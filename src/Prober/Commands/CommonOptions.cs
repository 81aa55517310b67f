using System.CommandLine;

namespace Prober.Commands;

/// <summary>Options that several commands share, with one wording.</summary>
internal static class CommonOptions
{
    public static Option<FileInfo?> Config { get; } = new("--config", "-c")
    {
        Description = "Browser settings (default: playwright.config.json in this folder or above it).",
    };

    public static Option<string?> Project { get; } = new("--project") { Description = "One of the projects in playwright.config.json: another browser, or a device that is imitated." };

    public static Option<FileInfo?> EnvFile { get; } = new("--env-file") { Description = "Variables for the scenario, NAME=value a line." };

    public static Option<DirectoryInfo?> Output { get; } = new("--output", "-o") { Description = "Folder for evidence and reports (default: outputDir of the settings)." };

    public static Option<string[]> Format { get; } = MakeFormat();

    public static Option<FileInfo?> Bundle { get; } = new("--bundle") { Description = "One zip file for a ticket: evidence, reports, scenario and versions, with every secret masked." };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "Plain text." };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress; only the result." };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Every check, also those that had nothing to say." };

    public static Option<bool> ExitZero { get; } = new("--exit-zero") { Description = "Exit with 0 whatever the verdict, for schedulers that read the report." };

    /// <summary>Options of commands that walk journeys.</summary>
    public static Option[] ForRuns => [Config, Project, EnvFile, Output, Format, Bundle, NoColor, Quiet, Verbose, ExitZero];

    public static void AddTo(Command command, params Option[] options)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    private static Option<string[]> MakeFormat()
    {
        var option = new Option<string[]>("--format", "-f")
        {
            Description = "console, json, html, junit or markdown; repeatable. Without console, the first one goes to standard output alone.",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => ["console"],
        };
        option.AcceptOnlyFromAmong("console", "json", "html", "junit", "markdown");
        return option;
    }
}
