using System.IO.Compression;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>One login as ten exporters write it: whatever the dialect, the reader must tell the same story. README.md says what each fixture copies.</summary>
public sealed class ExporterTests
{
    private const string Login = "https://login.example.com";
    private const string Portal = "https://portal.example.com";
    private static readonly DateTimeOffset Start = new(2026, 3, 12, 10, 15, 2, TimeSpan.Zero);
    private static readonly string[] LoginCookies = ["auth0 / None Secure HttpOnly 259200", "auth0_compat /  Secure HttpOnly 259200"];
    private static readonly string[] CorrelationCookies =
        [".AspNetCore.Correlation.c1 2026-03-12T10:30:02Z", ".AspNetCore.OpenIdConnect.Nonce.n1 2026-03-12T10:30:02Z"];

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
        Assert.Multiple(() =>
        {
            AssertRequests(log);
            AssertRedirects(log);
            AssertCookies(log, export);
            AssertTimes(log, export);
            Assert.That(Of(log, "/protected").Response.Body, export.HasBodies ? Does.Contain("Grüß Gott") : Is.Null);
        });
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
            Assert.That((log.Entries[0].StartedAt, log.Entries[0].TimeMs), Is.EqualTo((Start, 80.5)));
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

        Assert.That(Secrets.Where(evidence.Contains), Is.Empty, "in the evidence");
        Assert.That(Secrets.Where(sanitized.Contains), Is.Empty, "in the sanitized copy");
        Assert.That(evidence, Does.Contain("username="), "it is the form that is looked at");
    }

    private static void AssertRequests(HarLog log)
    {
        var (authorize, callback, post) = (QueryString.OfUrl(Of(log, "/authorize").Request.Url), QueryString.OfUrl(Of(log, "/signin-oidc").Request.Url), Post(log));
        Assert.That(authorize.Select(parameter => parameter.Name), Is.EqualTo(["client_id", "redirect_uri", "response_type", "scope", "code_challenge", "code_challenge_method", "nonce", "state"]));
        Assert.That((authorize["client_id"], authorize["redirect_uri"], authorize["scope"], authorize["state"]), Is.EqualTo(("portal", $"{Portal}/signin-oidc", "openid profile email", "fictional-state-1")));
        Assert.That((callback["code"], callback["state"]), Is.EqualTo(("fictional-code-1", "fictional-state-1")));
        Assert.That(FormBody.Of(post.Request)?.Select(field => $"{field.Name}={field.Value}"),
            Is.EqualTo(["state=fictional-idp-state-1", "username=pat@example.com", "password=fictional-Pass 1+1", "action=default"]));
    }

    private static void AssertRedirects(HarLog log)
    {
        Assert.That(RedirectTarget.Of(Post(log)), Is.EqualTo($"{Login}/authorize/resume?state=fictional-idp-state-1"));
        Assert.That(RedirectTarget.Of(Of(log, "/authorize/resume")), Is.EqualTo($"{Portal}/signin-oidc?code=fictional-code-1&state=fictional-state-1"));
        Assert.That(RedirectTarget.Of(Of(log, "/signin-oidc")), Is.EqualTo($"{Portal}/protected"));
        Assert.That(RedirectTarget.Of(Of(log, "/protected")), Is.Null);
    }

    private static void AssertCookies(HarLog log, ExportCase export)
    {
        Assert.That(SetCookie.Of(Post(log).Response).Select(cookie => $"{cookie.Name} {cookie.Path} {cookie.SameSite} {(cookie.Secure ? "Secure" : "")} {(cookie.HttpOnly ? "HttpOnly" : "")} {cookie.MaxAge}"),
            Is.EqualTo(export.HasCookies ? LoginCookies : []));
        Assert.That(SetCookie.Of(log.Entries[0].Response).Select(cookie => $"{cookie.Name} {cookie.Expires:yyyy-MM-dd'T'HH:mm:ss'Z'}"), Is.EqualTo(export.HasCookies ? CorrelationCookies : []));
        Assert.That(CookieHeader.Of(Of(log, "/authorize/resume").Request).Select(cookie => cookie.Name), Is.EqualTo(export.HasCookies ? ["auth0", "auth0_compat"] : Array.Empty<string>()));
    }

    private static void AssertTimes(HarLog log, ExportCase export)
    {
        var post = Post(log);
        Assert.That(log.Entries[0].StartedAt, Is.EqualTo(Start));
        Assert.That((post.StartedAt, post.TimeMs), Is.EqualTo(export.HasTimes ? (Start.AddMilliseconds(600), 80.5) : (Start, 0)));
        Assert.That(log.Entries.Select(entry => entry.StartedAt), Is.Ordered);
        Assert.That(log.Report.UndatedEntries, Is.Zero);
    }

    private static HarEntry Of(HarLog log, string path) => log.Entries.Single(entry => entry.Request.Uri?.AbsolutePath == path);

    private static HarEntry Post(HarLog log) => log.Entries.Single(entry => entry.Request.Method == "POST");
}
