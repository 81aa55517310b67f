using NUnit.Framework;
using Prober.Analysis;
using Prober.Checklist;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Sanitizing;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>The recordings of <c>Recorded/</c>: real exports, made by the scripts of <c>Recording/</c>.</summary>
internal static class Recorded
{
    /// <summary>Every recording, as <c>tool, story</c>.</summary>
    public static IEnumerable<TestCaseData> All => Directory.GetFiles(Folder).Select(Path.GetFileName).OfType<string>().Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(file => new TestCaseData(file).SetArgDisplayNames(file));

    private static string Folder => Exported.PathOf("Recorded");

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static RecordedStory StoryOf(string file) => RecordedStories.All.Single(story => file.Split('.')[0].EndsWith("-" + story.Name, StringComparison.Ordinal));

    /// <summary>True for Chrome's "Export HAR (sanitized)".</summary>
    public static bool LacksCookies(string file) => file.StartsWith("chrome-sanitized-", StringComparison.Ordinal);

    /// <summary>The decisive login of a recording, as <c>analyze</c> shows it.</summary>
    public static async Task<AnalyzedLogin> AnalyzeAsync(string path)
    {
        var logins = await new HarAnalysis(WitnessFiles.None, expected: null).AnalyzeAsync("export.har", await Exported.ReadAsync(path), CancellationToken.None);
        return logins.LastOrDefault(login => login.Report.Verdict is Verdict.Fail or Verdict.Error) ?? logins[^1];
    }

    /// <summary>What <c>sanitize</c> makes of a recording.</summary>
    public static async Task SanitizeAsync(string file, string to)
    {
        using var input = await SanitizeInput.OpenAsync(PathOf(file), CancellationToken.None);
        var copies = await new FileSanitizing(new SanitizeOptions()).SanitizeAsync(input, to, CancellationToken.None);
        Assert.That(copies.SelectMany(copy => copy.Result.Leaks), Is.Empty);
    }
}
