using System.IO.Compression;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>One login as ten exporters write it: whatever the dialect, the reader must tell the same story. README.md says what each fixture copies.</summary>
public sealed class ExporterTests
{
    private static readonly ExportCase[] Cases =
    [
        new("chrome-sensitive.har", "WebInspector"),
        new("chrome-sanitized.har", "WebInspector") { HasCookies = false, Flags = ["cookies-stripped"] },
        new("edge.har", "WebInspector"),
        new("firefox.har", "Firefox"),
        new("charles.har", "Charles Proxy"),
        new("fiddler.har", "Fiddler") { Entries = 9 },
        new("mitmproxy.har", "mitmproxy exporthar"),
        new("playwright-embed.har", "Playwright"),
        new("playwright-attach/har.har", "Playwright"),
        new("saml-tracer.json", "SAML-tracer") { Entries = 7, HasBodies = false, HasTimes = false, Flags = ["bodies-stripped"] },
    ];

    private static readonly string[] Files = [.. Cases.Select(export => export.File), "safari.har"];
    private static readonly string[] Secrets =
        ["fictional-Pass", "fictional-code-1", "fictional-idp-session-1", "fictional-portal-session-", "fictional-remember-1"];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("prober-exports-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Cases))]
    public async Task The_same_login_comes_out_of_every_export(ExportCase export)
    {
        var log = await Exported.ReadAsync(Exported.PathOf(export.File));

        Assert.That((log.Creator, log.Entries.Count), Is.EqualTo((export.Creator, export.Entries)));
        Assert.Multiple(() => CommonLogin.AssertIn(log, export));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Every_export_gets_its_verdict_and_only_its_flags(ExportCase export)
    {
        var report = await Exported.ReportAsync(await Exported.ReadAsync(Exported.PathOf(export.File)));

        Assert.Multiple(() =>
        {
            Assert.That(report.Quality.Select(flag => flag.Id), Is.EqualTo(export.Flags));
            Assert.That(report.Verdict, Is.EqualTo(export.Verdict), report.Summary);
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Warn).Select(check => $"{check.Id}: {check.Summary}"), Is.Empty);
        });
    }

    [TestCaseSource(nameof(Cases))]
    public async Task The_same_fault_is_found_in_every_export(ExportCase export)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Exported.PathOf(export.File))!)) File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        var path = Path.Combine(_folder, Path.GetFileName(export.File));
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, text.Replace("code=fictional-code-1&state=fictional-state-1", "code=fictional-code-1&state=fictional-state-2", StringComparison.Ordinal));
        var report = await Exported.ReportAsync(await Exported.ReadAsync(path));

        Assert.That((report.Verdict, report.Headline?.Check), Is.EqualTo((Verdict.Fail, "token-state-roundtrip")), report.Summary);
    }

    [Test]
    public async Task An_archive_gives_what_its_folder_gives()
    {
        var folder = await Exported.ReadAsync(Exported.PathOf("playwright-attach/har.har"));
        var archive = await Exported.ReadAsync(Exported.Zipped("playwright-attach", _folder));

        Assert.That(archive, Is.EqualTo(folder).UsingPropertiesComparer());
    }

    [Test]
    public async Task An_export_without_its_attached_bodies_says_that_it_has_none()
    {
        File.Copy(Exported.PathOf("playwright-attach/har.har"), Path.Combine(_folder, "alone.har"));
        var log = await Exported.ReadAsync(Path.Combine(_folder, "alone.har"));

        Assert.That(log.Report.MissingAttachments, Is.EqualTo(3), "two pages and the form; nobody reads the style sheet");
        Assert.That((await Exported.ReportAsync(log)).Quality.Select(flag => flag.Id), Does.Contain("bodies-stripped"));
    }

    [Test]
    public async Task A_packed_export_gives_what_the_plain_one_gives()
    {
        var packed = Path.Combine(_folder, "flows.zhar");
        await using (var stream = new ZLibStream(File.Create(packed), CompressionLevel.SmallestSize))
        {
            await stream.WriteAsync(await File.ReadAllBytesAsync(Exported.PathOf("mitmproxy.har")));
        }

        Assert.That(await Exported.ReadAsync(packed), Is.EqualTo(await Exported.ReadAsync(Exported.PathOf("mitmproxy.har"))).UsingPropertiesComparer());
    }

    // No hop that redirects has an entry: URL and headers are those of the last one, method and body those of the first.
    [Test]
    public async Task Safari_keeps_only_where_redirects_ended()
    {
        var log = await Exported.ReadAsync(Exported.PathOf("safari.har"));
        var report = await Exported.ReportAsync(log);

        Assert.Multiple(() =>
        {
            Assert.That(log.Creator, Is.EqualTo("WebKit Web Inspector"));
            Assert.That(log.Entries.Select(entry => $"{entry.Request.Method} {entry.Request.Uri!.AbsolutePath} {entry.Response.Status}"),
                Is.EqualTo(["GET /u/login 200", "GET /assets/site.css 200", "POST /protected 200", "GET /api/me 200"]));
            Assert.That(SetCookie.Of(log.Entries[3].Response).Select(cookie => $"{cookie.Name} {cookie.SameSite} {cookie.Expires:u}"),
                Is.EqualTo(["portal.session Lax 2026-03-12 11:15:02Z", "portal.remember Strict "]));
            Assert.That((log.Entries[0].StartedAt, log.Entries[0].TimeMs), Is.EqualTo((CommonLogin.Start, 80.5)));
            Assert.That(report.Quality.Select(flag => flag.Id), Is.EqualTo(["redirects-missing"]));
            Assert.That(report.Verdict, Is.EqualTo(Verdict.Inconclusive), report.Summary);
            Assert.That(report.Request, Does.Contain("Safari").And.Not.Contain("Preserve log"));
        });
    }

    [TestCase("chrome-sensitive.har")]
    [TestCase("playwright-attach/har.har")]
    public async Task Bodies_too_long_to_be_read_are_told(string file)
    {
        var log = await Exported.ReadAsync(Exported.PathOf(file), new() { LongestBody = 200 });

        Assert.That((log.Report.OversizedBodies, log.Report.MissingAttachments), Is.EqualTo((1, 0)), "the login page");
        Assert.That((await Exported.ReportAsync(log)).Quality.Select(flag => flag.Id), Is.EqualTo(["oversized-bodies"]));
    }

    // What is written of a file is redacted, and a dialect must not hide a secret from that.
    [TestCaseSource(nameof(Files))]
    public async Task No_secret_of_any_export_is_written(string file)
    {
        var log = await Exported.ReadAsync(Exported.PathOf(file));
        var (evidence, sanitized) = (await Exported.RedactedAsync(log), file.EndsWith(".har", StringComparison.Ordinal) ? Exported.Sanitized(file) : "");

        Assert.Multiple(() =>
        {
            Assert.That(Secrets.Where(evidence.Contains), Is.Empty, "in the evidence");
            Assert.That(Secrets.Where(sanitized.Contains), Is.Empty, "in the sanitized copy");
            Assert.That(evidence, Does.Contain("username="), "it is the form that is looked at");
        });
    }
}
