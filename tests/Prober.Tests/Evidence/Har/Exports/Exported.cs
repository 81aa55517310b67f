using System.IO.Compression;
using System.Text;
using Prober.Analysis;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction.Sanitizing;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>Opens the fixtures the way <c>prober analyze</c> opens what a person sent.</summary>
internal static class Exported
{
    private static readonly WitnessFiles NoFiles = new(null, null, null, null, [], null);

    public static async Task<HarLog> ReadAsync(string path, HarReadOptions? options = null) =>
        (await HarInput.ReadAsync(path, Stream.Null, options ?? HarReadOptions.Default, null, CancellationToken.None)).Single().Log;

    public static async Task<Prober.Checklist.Reports.Report> ReportAsync(HarLog log) =>
        (await new HarAnalysis(NoFiles, null).AnalyzeAsync("export.har", log, CancellationToken.None)).Single().Report;

    /// <summary>The traffic that a report's evidence folder gets.</summary>
    public static async Task<string> RedactedAsync(HarLog log)
    {
        var login = (await new HarAnalysis(NoFiles, null).AnalyzeAsync("export.har", log, CancellationToken.None)).Single();
        return Text(file => HarWriter.Write(login.Evidence.Traffic.Value!, file));
    }

    /// <summary>What <c>prober sanitize</c> writes.</summary>
    public static string Sanitized(string file) => Text(output => new HarSanitizer(new SanitizeOptions()).Sanitize(File.ReadAllBytes(PathOf(file)), output));

    private static string Text(Action<Stream> write)
    {
        var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static string PathOf(string file) => Path.Combine(Golden.Root(), "tests/Prober.Tests/Evidence/Har/Exports", file);

    /// <summary>A folder's files as one archive, all at its top.</summary>
    public static string Zipped(string folder, string into)
    {
        var archive = Path.Combine(into, folder + ".zip");
        ZipFile.CreateFromDirectory(PathOf(folder), archive);
        return archive;
    }
}
