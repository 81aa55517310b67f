using NUnit.Framework;
using Prober.Analysis;
using Prober.Checklist;
using Prober.Evidence.Har;
using Prober.Tests.Checklist;

namespace Prober.Tests.Analysis;

public sealed class HarAnalysisTests
{
    private static readonly WitnessFiles NoFiles = new(null, null, null, null, [], null);

    [Test]
    public async Task A_file_that_begins_too_late_gets_a_letter_and_no_failure()
    {
        var report = (await AnalyzeAsync(EvidenceBuilder.Har().Remove("authorize", "identifier-page", "identifier-post"))).Single().Report;

        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.Not.EqualTo(Verdict.Fail), report.Summary);
            Assert.That(report.Quality.Select(flag => flag.Id), Does.Contain("starts-mid-flow"));
            Assert.That(report.Request, Does.Contain("\"Preserve log\""));
        });
    }

    [Test]
    public async Task A_file_with_a_proven_cause_asks_for_nothing()
    {
        var error = $"{HealthyFlow.Provider}/error?error=invalid_request";
        var report = (await AnalyzeAsync(EvidenceBuilder.Har().EndLoginAt("authorize").Change("authorize", step => step with { Status = 400, Body = "invalid_request: Callback URL mismatch." }))).Single().Report;

        Assert.That((report.Verdict, report.Request), Is.EqualTo((Verdict.Fail, (string?)null)), $"{error} {report.Summary}");
    }

    [Test]
    public async Task A_file_of_our_own_that_was_cut_says_so_too()
    {
        var file = new MemoryStream();
        HarWriter.Write(Traffic(EvidenceBuilder.Har()), file);
        var cut = HarReader.Read(file.ToArray().AsMemory(0, (int)file.Length * 2 / 3));
        var report = (await new HarAnalysis(NoFiles, null).AnalyzeAsync("cut.har", cut, CancellationToken.None))[^1].Report;

        Assert.That(report.Quality.Select(flag => flag.Id), Does.Contain("truncated"));
    }

    [TestCase("--idp-log nowhere.json: expected a file, but there is none", "nowhere.json", null, new string[0])]
    [TestCase("--app-log nowhere.log: expected a file, but there is none", null, null, new[] { "nowhere.log" })]
    [TestCase("--console nowhere.txt: expected a file, but there is none", null, "nowhere.txt", new string[0])]
    public void Says_which_witness_is_missing(string message, string? log, string? console, string[] applicationLogs)
    {
        var files = new WitnessFiles(null, log, null, null, applicationLogs, console);

        Assert.That(() => new HarAnalysis(files, null).AnalyzeAsync("a.har", Traffic(EvidenceBuilder.Har()), CancellationToken.None), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));
    }

    [Test]
    public void An_application_log_must_be_somebodys()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "unowned.log");
        File.WriteAllText(file, "2026-01-01T10:00:00Z error nothing");
        var files = new WitnessFiles(null, null, null, null, [$"billing={file}"], null);

        Assert.That(
            () => new HarAnalysis(files, null).AnalyzeAsync("a.har", Traffic(EvidenceBuilder.Har()), CancellationToken.None),
            Throws.TypeOf<UsageException>().With.Message.EqualTo($"--app-log billing={file}: expected one of the applications portal, found 'billing'"));
    }

    [Test]
    public async Task Logs_beside_the_file_are_witnesses()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "portal.log");
        var at = Traffic(EvidenceBuilder.Har()).Entries[^1].StartedAt;
        await File.WriteAllTextAsync(file, $"{at:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} ERROR IDX10501: Signature validation failed.\n");
        var login = (await new HarAnalysis(new WitnessFiles(null, null, null, null, [file], null), null).AnalyzeAsync("a.har", Traffic(EvidenceBuilder.Har()), CancellationToken.None)).Single();

        Assert.That(login.Report.Checks.Single(check => check.Id == "app-logs-no-errors").Verdict, Is.EqualTo(Verdict.Fail), login.Report.Summary);
    }

    private static HarLog Traffic(EvidenceBuilder builder) => builder.Build().Traffic.Value!;

    private static Task<IReadOnlyList<AnalyzedLogin>> AnalyzeAsync(EvidenceBuilder builder) => new HarAnalysis(NoFiles, null).AnalyzeAsync("customer.har", Traffic(builder), CancellationToken.None);
}
