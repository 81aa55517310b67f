using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class StaticFilesTests
{
    private static readonly string[] Rooms = ["Prober.Evidence", "Prober.Checklist", "Prober.Reporting", "Prober.Scenarios", "Prober"];

    [Test]
    public void Every_header_that_the_product_asks_for_is_kept()
    {
        var sources = Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Golden.Root(), "src", room), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"));
        var asked = sources.SelectMany(path => Regex.Matches(File.ReadAllText(path), """Headers\??(?:\[|\.All\()"([^"]+)"|header\.Name (?:==|is) "([^"]+)" """.TrimEnd()))
            .SelectMany(match => match.Groups.Values.Skip(1).Where(group => group.Success)).Select(group => group.Value.ToLowerInvariant()).Distinct().ToList();

        Assert.That(asked, Has.Count.GreaterThan(15));
        Assert.That(asked.Except(StaticFiles.Kept), Is.Empty);
    }

    [TestCase("image/png", "x-cache", "cache-control,x-cache")]
    [TestCase("text/css", "x-cache", "cache-control,x-cache")]
    [TestCase("image/png", "set-cookie", "cache-control,etag,set-cookie")]
    [TestCase("text/html", "x-cache", "cache-control,etag,x-cache")]
    public void Of_a_large_file_the_static_ones_keep_what_checks_read(string type, string further, string expected)
    {
        var entry = $$"""
            { "startedDateTime": "2026-03-12T10:15:02Z",
              "request": { "method": "GET", "url": "https://app.example/a", "headers": [{ "name": "Accept-Language", "value": "en" }, { "name": "Cookie", "value": "a=b" }] },
              "response": { "status": 200, "content": { "mimeType": "{{type}}" },
                "headers": [{ "name": "Cache-Control", "value": "no-store" }, { "name": "ETag", "value": "1" }, { "name": "{{further}}", "value": "a=b" }] } }
            """;
        var har = Encoding.UTF8.GetBytes($$"""{ "log": { "entries": [{{entry}}, {{entry}}] } }""");

        var read = HarReader.Read(har, HarReadOptions.Default with { WholeEntries = 1 }).Entries;

        Assert.That(Names(read[1].Response.Headers), Is.EqualTo(expected));
        Assert.That(Names(read[1].Request.Headers), Is.EqualTo(expected.Contains("etag", StringComparison.Ordinal) ? "accept-language,cookie" : "cookie"));
        Assert.That(Names(read[0].Response.Headers), Is.EqualTo($"cache-control,etag,{further}"));
    }

    private static string Names(HarHeaders headers) => string.Join(',', headers.Select(header => header.Name));
}
