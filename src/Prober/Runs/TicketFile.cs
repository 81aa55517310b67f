using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Prober.Commands;

namespace Prober.Runs;

/// <summary>One file for a ticket: of each run the redacted evidence, the reports and the scenario, and a page that says what is in it and what it was made with.</summary>
internal static class TicketFile
{
    private const string Contents = "README.txt";

    /// <summary>What each file of a run is for, by its name.</summary>
    private static readonly (string Name, string Is)[] Files =
    [
        ("report.html", "the verdict, to read in a browser"), ("report.json", "the same for programs"), ("scenario.yaml", "what was walked; secrets are variables"),
        ("traffic.har", "every request and answer, secrets masked"), ("tokens.json", "tokens, decoded"), ("assertions.json", "SAML assertions, decoded"), ("observations.json", "tabs, cookies, console"),
        ("idp-log.json", "what the identity provider logged"), ("screens/", "what each tab showed"), ("manifest.json", "the run, and what was expected of it"),
    ];

    /// <summary>Writes the file. A run in whose files a secret was found stays out of it.</summary>
    public static Task WriteAsync(FileInfo file, IReadOnlyList<CompletedRun> runs) => OutputFile.WriteAsync(file, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var safe = runs.Where(run => run.Leaks.Count == 0 && run.Folder.Length > 0).ToList();
        using (var contents = new StreamWriter(zip.CreateEntry(Contents).Open(), new UTF8Encoding(false))) contents.Write(Describe(file.Name, safe));
        foreach (var run in safe)
        {
            foreach (var path in Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                zip.CreateEntryFromFile(path, $"{run.Report.Run.Id}/{Path.GetRelativePath(run.Folder, path).Replace('\\', '/')}");
        }

        return Task.CompletedTask;
    });

    private static string Describe(string name, IReadOnlyList<CompletedRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            var report = run.Report;
            text.Append(CultureInfo.InvariantCulture, $"{report.Run.Id}/ - {Line(report.Run.Scenario)}, {report.Run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {report.Verdict.ToString().ToLowerInvariant()}\n");
            text.Append(CultureInfo.InvariantCulture, $"  {Line(report.Headline?.Summary ?? report.Summary)}\n");
            if (report.Headline?.Remedy is { Length: > 0 } remedy) text.Append(CultureInfo.InvariantCulture, $"  {Line(remedy)}\n");
        }

        text.Append("\nIn each folder:\n");
        foreach (var (part, purpose) in Files.Where(part => runs.Any(run => Path.Exists(Path.Combine(run.Folder, part.Name)))))
            text.Append(CultureInfo.InvariantCulture, $"  {part,-18} {purpose}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nNothing here works as a secret: passwords, sessions, codes and tokens are fingerprints. 'prober analyze {name}' judges it again.\n");
        text.Append(CultureInfo.InvariantCulture, $"\nprober {runs.Select(run => run.Report.Run.Version).FirstOrDefault()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}\n");
        foreach (var browser in runs.Select(run => run.Report.Run.Browser).OfType<string>().Distinct()) text.Append(CultureInfo.InvariantCulture, $"{Line(browser)}\n");
        return text.ToString();
    }

    private static string Line(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
