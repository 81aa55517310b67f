using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class HarReaderTests
{
    [Test]
    public void Playwrights_forms_become_the_common_ones()
    {
        var log = Read("""
            {"log":{"version":"1.2","creator":{"name":"Playwright","version":"1.64.1"},"browser":{"name":"chromium","version":"156.0"},"pages":[],
            "entries":[
             {"startedDateTime":"2026-03-12T10:15:03.000Z","time":12.5,"pageref":"page@1","_frameref":"frame@1","_resourceType":"Document",
              "request":{"method":"get","url":"https://app.example/x","headers":[{"name":"Accept","value":"*/*"}]},
              "response":{"status":-1,"headers":[],"content":{"size":-1,"mimeType":"x-unknown"},"_failureText":"net::ERR_CONNECTION_REFUSED"}},
             {"startedDateTime":"2026-03-12T10:15:02.000Z","time":3,
              "request":{"method":"GET","url":"https://idp.example/authorize","headers":[]},
              "response":{"status":302,"headers":[{"name":"Location","value":"https://app.example/cb#id_token=a.b.c"}],
               "content":{"size":-1,"mimeType":"x-unknown"},"redirectURL":"https://app.example/cb"}}]}}
            """);

        Assert.That(log.Entries.Select(entry => entry.Request.Url), Is.EqualTo(["https://idp.example/authorize", "https://app.example/x"]));
        Assert.That(log.Entries.Select(entry => entry.Index), Is.EqualTo([0, 1]));
        Assert.That(log.Report.Reordered, Is.True);
        Assert.That(log.Browser, Is.EqualTo("chromium 156.0"));
        var (redirect, failed) = (log.Entries[0], log.Entries[1]);
        Assert.That(RedirectTarget.Of(redirect), Is.EqualTo("https://app.example/cb#id_token=a.b.c"));
        Assert.That(redirect.Response, Has.Property("Body").Null.And.Property("BodySize").EqualTo(-1).And.Property("MimeType").Null);
        Assert.That(failed.Response, Has.Property("Status").EqualTo(0).And.Property("Failure").EqualTo("net::ERR_CONNECTION_REFUSED"));
        Assert.That(failed, Has.Property("ResourceType").EqualTo("document").And.Property("Frame").EqualTo("frame@1").And.Property("Page").EqualTo("page@1"));
        Assert.That(failed.Request, Has.Property("Method").EqualTo("GET"));
        Assert.That(failed.Request.Headers["ACCEPT"], Is.EqualTo("*/*"));
    }

    [Test]
    public void Chromes_forms_become_the_common_ones()
    {
        var log = Read("\uFEFF" + """
            {"log":{"creator":{"name":"WebInspector","version":"537.36"},"entries":[
             {"startedDateTime":"2026-03-12T10:15:02.000Z","time":-1,"_resourceType":"xhr",
              "request":{"method":"POST","url":"https://idp.example/token","headers":[],
               "postData":{"mimeType":"application/x-www-form-urlencoded; charset=UTF-8","text":"a=1&a=2&b=x%20y+z","params":[]}},
              "response":{"status":0,"headers":[],"cookies":[],"content":{"size":0,"mimeType":"x-unknown"},"_error":"net::ERR_BLOCKED_BY_CLIENT","_fetchedViaServiceWorker":true}},
             {"startedDateTime":"2026-03-12T10:15:02.500Z","time":1,
              "request":{"method":"GET","url":"https://idp.example/","headers":[]},
              "response":{"status":200,"headers":[{"name":"set-cookie","value":"a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT\nb=2; path=/"}],
               "content":{"size":5,"mimeType":"text/html","encoding":"base64","text":"aMOpbGw="}}}]}}
            """);

        var (blocked, page) = (log.Entries[0], log.Entries[1]);
        Assert.That(blocked.Response.Failure, Is.EqualTo("net::ERR_BLOCKED_BY_CLIENT"));
        Assert.That(blocked.FromServiceWorker, Is.True);
        Assert.That(FormBody.Of(blocked.Request)!.All("a"), Is.EqualTo(["1", "2"]));
        Assert.That(FormBody.Of(blocked.Request)!["b"], Is.EqualTo("x y z"));
        Assert.That(page.Response.Headers.All("Set-Cookie"), Is.EqualTo(["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2; path=/"]));
        Assert.That(page.Response.Body, Is.EqualTo("héll"));
    }

    [Test]
    public void Firefoxs_forms_become_the_common_ones()
    {
        var log = Read("""
            {"log":{"creator":{"name":"Firefox","version":"140.0"},"pages":null,"entries":[
             {"startedDateTime":"2026-03-12T11:15:02.000+01:00","time":7,
              "request":{"method":"POST","url":"https://app.example/login","headers":null,"cookies":[{"name":"sid","value":"abc"}],
               "postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"user","value":"a b"}],"text":""}},
              "response":{"status":0,"statusText":"","headers":[],"content":{"mimeType":"text/html; charset=utf-8","size":0,"text":null},
               "cookies":[{"name":"s","value":"1","path":"/","domain":".app.example","httpOnly":true,"secure":true,"sameSite":"Lax","expires":"2026-10-21T07:28:00.000Z"}]}}]}}
            """);

        var entry = log.Entries.Single();
        Assert.That(entry.StartedAt, Is.EqualTo(new DateTimeOffset(2026, 3, 12, 10, 15, 2, TimeSpan.Zero)));
        Assert.That(entry.Response, Has.Property("Status").EqualTo(0).And.Property("MimeType").EqualTo("text/html").And.Property("Body").Null);
        Assert.That(CookieHeader.Of(entry.Request), Is.EqualTo([new CookiePair("sid", "abc")]));
        Assert.That(FormBody.Of(entry.Request)!["user"], Is.EqualTo("a b"));
        var cookie = SetCookie.Of(entry.Response).Single();
        Assert.That(cookie, Has.Property("SameSite").EqualTo("Lax").And.Property("Domain").EqualTo("app.example").And.Property("HttpOnly").True);
        Assert.That(cookie.Expires, Is.EqualTo(new DateTimeOffset(2026, 10, 21, 7, 28, 0, TimeSpan.Zero)));
        Assert.That(log.Report.CookiesFromFields, Is.EqualTo(2));
    }

    [TestCase("text/html", true)]
    [TestCase("application/json; charset=utf-8", true)]
    [TestCase("application/problem+json", true)]
    [TestCase("application/samlassertion+xml", true)]
    [TestCase("text/plain", true)]
    [TestCase("text/css", false)]
    [TestCase("application/javascript", false)]
    [TestCase("image/svg+xml", false)]
    [TestCase("font/woff2", false)]
    public void Only_bodies_that_a_check_may_read_are_kept(string type, bool kept)
    {
        var log = Read(Entry($$$"""{"status":200,"headers":[],"content":{"size":4,"mimeType":"{{{type}}}","text":"body"}}"""));

        Assert.That(log.Entries[0].Response.Body, kept ? Is.EqualTo("body") : Is.Null);
        Assert.That(log.Entries[0].Response.BodySize, Is.EqualTo(4));
        Assert.That(log.Report.DroppedBodies, Is.EqualTo(kept ? 0 : 1));
    }

    [Test]
    public void A_body_beside_the_file_is_fetched_and_its_absence_is_told()
    {
        const string Har = """{"status":200,"headers":[],"content":{"size":4,"mimeType":"text/html","_file":"x.html"}}""";

        var found = Read(Entry(Har), new() { Attachment = name => name == "x.html" ? "page"u8.ToArray() : null });
        var missing = Read(Entry(Har));

        Assert.That(found.Entries[0].Response.Body, Is.EqualTo("page"));
        Assert.That(missing.Entries[0].Response.Body, Is.Null);
        Assert.That(missing.Report.MissingAttachments, Is.EqualTo(1));
    }

    [Test]
    public void Odd_values_do_not_stop_the_reading()
    {
        var log = Read("""
            {"log":{"creator":null,"entries":[null,7,{},
             {"startedDateTime":"yesterday","time":"12","request":{"url":"https://a.example","headers":[{"value":"no name"},{"name":"x","value":null},5]},
              "response":{"status":"200","headers":{},"content":{"text":"cut \ud83d","size":null,"mimeType":null}}},
             {"request":{"url":"https://b.example"},"response":null}]}}
            """);

        Assert.That(log.Entries, Has.Count.EqualTo(2));
        Assert.That(log.Entries[0].Response.Status, Is.EqualTo(200));
        Assert.That(log.Entries[0].TimeMs, Is.EqualTo(12));
        Assert.That(log.Entries[0].Response.Body, Does.StartWith("cut "));
        Assert.That(log.Report, Is.EqualTo(new HarReadReport { SkippedEntries = 3, UndatedEntries = 2, SkippedHeaders = 1 }));
    }

    [TestCase("", "line 1, byte 1 (byte 0 of the file): malformed JSON")]
    [TestCase("[]", "line 1, byte 1 (byte 0 of the file): expected an object with a member \"log\"")]
    [TestCase("{\"a\":1}", "expected a member \"log\" in the outermost object")]
    [TestCase("{\n \"log\": 5}", "line 2, byte 9 (byte 10 of the file): expected \"log\" to be an object")]
    [TestCase("{\"\\ud83d\":{}}", "expected a member \"log\" in the outermost object")]
    [TestCase("{\"log\":{}}", "expected a member \"entries\" in \"log\"")]
    [TestCase("{\"log\":{\"entries\":[\n{\"request\":{\"url\":\"x\"", "line 2, byte 22 (byte 41 of the file): malformed JSON")]
    public void What_is_no_har_is_refused_with_its_place(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<HarFormatException>().With.Message.Contains(message));

    [Test]
    public void Utf16_and_broken_utf8_are_read()
    {
        var text = Entry("""{"status":200,"headers":[],"content":{"size":4,"mimeType":"text/html","text":"héllo"}}""");
        var broken = Encoding.Latin1.GetBytes(text);

        Assert.That(HarReader.Read(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)])).Entries[0].Response.Body, Is.EqualTo("héllo"));
        var repaired = HarReader.Read(broken);
        Assert.That(repaired.Entries[0].Response.Body, Is.EqualTo("h\uFFFDllo"));
        Assert.That(repaired.Report.EncodingRepaired, Is.True);
    }

    [Test]
    public void A_file_cut_anywhere_is_read_up_to_its_last_whole_entry_or_refused()
    {
        var whole = Encoding.UTF8.GetBytes(Entry("""{"status":200,"headers":[{"name":"a","value":"b"}],"content":{"size":4,"mimeType":"text/html","text":"\u00e9x"}}"""));
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole.AsMemory(0, length);
            if (length < whole.Length - 3) Assert.That(() => HarReader.Read(cut), Throws.TypeOf<HarFormatException>().With.Property("IsAtEnd").True, $"cut at {length}");
            else Assert.That(HarReader.Read(cut), Has.Property("Entries").Count.EqualTo(1).And.Property("Report").Property("Truncated").True, $"cut at {length}");
        }
    }

    [TestCase("""{"log":{"_sanitized":{"by":"prober","secretsKept":false},"entries":[]}}""", true)]
    [TestCase("""{"log":{"entries":[],"_prober":{"skippedEntries":1},"_sanitized":{"by":"prober"}}}""", true)]
    [TestCase("""{"requests":[],"_sanitized":{"by":"prober"}}""", true)]
    [TestCase("""{"log":{"_sanitized":{"by":"prober","secretsKept":true},"entries":[]}}""", false)]
    [TestCase("""{"log":{"_sanitized":true,"entries":[]}}""", false)]
    public void A_copy_that_was_cleaned_says_so(string har, bool sanitized) => Assert.That(Read(har).Report.Sanitized, Is.EqualTo(sanitized));

    [Test]
    public void A_value_without_end_is_refused_before_it_fills_the_memory() => Assert.That(
        () => Read("{\"log\":{\"entries\":[{\"request\":{\"url\":\"" + new string('a', 40_000) + "\"}}]}}", new() { LongestBody = 1000, ChunkSize = 1000 }),
        Throws.TypeOf<HarFormatException>().With.Message.Match(@"^not a HAR: line 1, byte \d+ \(byte \d+ of the file\): expected no value, and no entry, longer than 8000 bytes$"));

    private static HarLog Read(string text, HarReadOptions? options = null) => HarReader.Read(Encoding.UTF8.GetBytes(text), options);

    private static string Entry(string response) =>
        $$$"""{"log":{"entries":[{"startedDateTime":"2026-03-12T10:15:02.000Z","request":{"method":"GET","url":"https://a.example"},"response":{{{response}}}}]}}""";
}
