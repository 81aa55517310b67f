using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Analysis;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Evidence.Tokens;
using Prober.Reporting;
using Prober.Tests.Evidence;
using Prober.Tests.Reporting;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Hostile;

/// <summary>Whole files that are not what they seem, each with the one outcome that is right.</summary>
public sealed class HostileFileTests
{
    private const string Har = """{"log":{"entries":[{"startedDateTime":"2026-03-12T10:15:02Z","request":{"method":"GET","url":"https://a.example/ü?state=S3cret-0123456789"},"response":{"status":200}}]}}""";

    [TestCase("", "line 1, byte 1 (byte 0 of the file): malformed JSON (the file ends in the middle of the JSON)")]
    [TestCase("null", "line 1, byte 1 (byte 0 of the file): expected an object with a member \"log\"")]
    [TestCase("[]", "line 1, byte 1 (byte 0 of the file): expected an object with a member \"log\"")]
    [TestCase("\0\0\0\0", "line 1, byte 1 (byte 0 of the file): expected an object with a member \"log\"")]
    [TestCase("<html>", "line 1, byte 1 (byte 0 of the file): expected an object with a member \"log\"")]
    [TestCase("PK", "line 1, byte 1 (byte 0 of the file): expected an object with a member \"log\"")]
    [TestCase("{\"log\":\"x\"}", "line 1, byte 8 (byte 7 of the file): expected \"log\" to be an object")]
    [TestCase("{\"log\":{}}", "line 1, byte 11 (byte 10 of the file): expected a member \"entries\" in \"log\"")]
    [TestCase("{\"log\":{\"entries\":5}}", "line 1, byte 19 (byte 18 of the file): expected \"entries\" to be an array")]
    public void What_is_no_recording_is_refused_in_the_same_words_by_all(string file, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        Assert.That(async () => await ReadAsync(bytes), Refused($"standard input: not a HAR: {message}"));
        Assert.That(() => Sanitize(bytes), Refused($"not a HAR: {message}"));
    }

    [Test]
    public async Task Every_encoding_that_Windows_writes_gives_the_same_recording()
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Har), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Har)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Har)], Encoding.Unicode.GetBytes(Har),
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Har)], Encoding.BigEndianUnicode.GetBytes(Har),
        ];
        foreach (var file in files)
        {
            Assert.That((await ReadAsync(file)).Single().Log.Entries.Single().Request.Url, Is.EqualTo("https://a.example/ü?state=S3cret-0123456789"));
            var copy = Sanitize(file);
            Assert.That(HarReader.Read(copy).Entries.Single().Request.Url, Does.Match(@"^https://a\.example/ü\?state=fp_\w+$"));
        }
    }

    [Test]
    public void A_gzip_bomb_is_refused()
    {
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Har + new string(' ', 5_000_000)));

        Assert.That(bomb.Length, Is.LessThan(50_000));
        Assert.That(async () => await ReadAsync(bomb.ToArray(), new() { MostUnpackedBytes = 1_000_000 }), Refused("standard input: expected no more than 1000000 bytes of unpacked data"));
    }

    [Test]
    public void A_zip_that_declares_less_than_it_holds_gives_no_more_than_it_declared()
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = archive.CreateEntry("x.har").Open();
            content.Write(Encoding.UTF8.GetBytes(Har + new string(' ', 5_000_000)));
        }

        // The size in the archive's list of files (APPNOTE.TXT 4.3.12, behind 24 bytes).
        var file = packed.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(file.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24), 10);

        Assert.That(async () => await ReadAsync(file), Throws.TypeOf<HarFormatException>().With.Message.StartWith("standard input: "));
    }

    [Test]
    public async Task A_hundred_thousand_entries_are_read_and_cleaned()
    {
        var one = Har[(Har.IndexOf('[', StringComparison.Ordinal) + 1)..Har.LastIndexOf(']')];
        var file = Encoding.UTF8.GetBytes("{\"log\":{\"entries\":[" + string.Join(',', Enumerable.Repeat(one, 100_000)) + "]}}");

        Assert.That((await ReadAsync(file)).Single().Log.Entries, Has.Count.EqualTo(100_000));
        Assert.That(new HarSanitizer(new()).Sanitize(file, Stream.Null).Entries, Is.EqualTo(100_000));
    }

    [Test]
    public async Task A_header_of_ten_megabytes_is_a_header()
    {
        var long10 = new string('x', 10 * 1024 * 1024);
        var file = Encoding.UTF8.GetBytes(Har.Replace("\"status\":200", $"\"status\":200,\"headers\":[{{\"name\":\"X-Long\",\"value\":\"{long10}\"}},{{\"name\":\"Set-Cookie\",\"value\":\"sid=S3cret-0123456789{long10}\"}}]", StringComparison.Ordinal));
        var log = (await ReadAsync(file)).Single().Log;

        Assert.That(log.Entries[0].Response.Headers["x-long"], Has.Length.EqualTo(long10.Length));
        Assert.That(await new HarAnalysis(WitnessFiles.None, null).AnalyzeAsync("a.har", log, CancellationToken.None), Has.Count.EqualTo(1));
        Assert.That(HarReader.Read(Sanitize(file)).Entries[0].Response.Headers["set-cookie"], Does.Match(@"^sid=fp_\w+$"));
    }

    [Test]
    public async Task Any_member_of_an_entry_may_be_of_any_type()
    {
        var whole = JsonNode.Parse(Entry())!;
        foreach (var path in Paths(whole, []))
        {
            foreach (var wrong in (string[])["null", "7", "\"word\"", "true", "[]", "{}", "[[{\"name\":\"password\",\"value\":\"S3cret-0123456789\"}]]"])
            {
                var entry = whole.DeepClone();
                Set(entry, path, JsonNode.Parse(wrong));
                var file = Encoding.UTF8.GetBytes("{\"log\":{\"entries\":[" + entry.ToJsonString() + "]}}");
                var name = $"{string.Join('.', path)} = {wrong}";
                try
                {
                    var log = (await ReadAsync(file)).Single().Log;
                    Assert.That(await new HarAnalysis(WitnessFiles.None, null).AnalyzeAsync("a.har", log, CancellationToken.None), Has.Count.EqualTo(1), name);
                    Assert.That(HarReader.Read(Sanitize(file)).Entries, Has.Count.EqualTo(log.Entries.Count), name);
                }
                catch (Exception defect) when (defect is not NUnit.Framework.AssertionException)
                {
                    Assert.Fail($"{name}: {defect}");
                }
            }
        }
    }

    [Test]
    public void A_token_of_a_thousand_claims_is_read_and_cleaned()
    {
        var jwt = TestTokens.Jwt("{" + string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"claim{number}\":\"S3cret-{number}\"")) + ",\"iss\":\"https://a.example\"}");
        var copy = HarReader.Read(Sanitize(Encoding.UTF8.GetBytes(Har.Replace("S3cret-0123456789", $"1&id_token={jwt}", StringComparison.Ordinal))));

        var token = TokenHarvest.From(copy).Single(found => found.Kind == TokenKind.Id);
        Assert.That(token.Claims, Has.Count.EqualTo(1001));
        Assert.That(token.Claims!.ToJsonString(), Does.Not.Contain("S3cret-").And.Contain("https://a.example"));
    }

    [Test]
    public async Task Texts_that_want_out_of_a_report_stay_in_it()
    {
        var file = JsonNode.Parse(Entry())!;
        foreach (var path in Paths(file, []).Where(path => path[^1] is not ("startedDateTime" or "time" or "status" or "size") && !path[^1].All(char.IsAsciiDigit))) SetText(file, path, HostileReport.Text);
        SetText(file, ["request", "url"], "https://a.example/" + HostileReport.Text);
        var log = (await ReadAsync(Encoding.UTF8.GetBytes("{\"log\":{\"creator\":{\"name\":" + JsonValue.Create(HostileReport.Text).ToJsonString() + "},\"entries\":[" + file.ToJsonString() + "]}}"))).Single().Log;
        var report = (await new HarAnalysis(WitnessFiles.None, null).AnalyzeAsync(HostileReport.Text, log, CancellationToken.None)).Single().Report;

        foreach (var format in ReportFormats.Names)
        {
            var text = await Rendered.ByAsync(ReportFormats.Find(format), report);
            Assert.That(text, Does.Not.Contain("\u001b[31m").And.Not.Contain("\u0007"), format);
            if (format is "console" or "markdown") Assert.That(text, Does.Not.Contain("\u202e"), format);
            if (format is "html" or "junit") Assert.That(text, Does.Not.Contain("<script>canary").And.Not.Contain("<img src=x"), format);
        }
    }

    private static string Entry() => """
        {"startedDateTime":"2026-03-12T10:15:02Z","time":1,"pageref":"p","_resourceType":"document","request":{"method":"POST","url":"https://a.example/login","httpVersion":"h2",
        "headers":[{"name":"Cookie","value":"sid=1"}],"cookies":[{"name":"sid","value":"1"}],"queryString":[{"name":"a","value":"1"}],
        "postData":{"mimeType":"application/x-www-form-urlencoded","text":"a=1","params":[{"name":"a","value":"1"}],"_file":"x.dat"}},
        "response":{"status":302,"statusText":"Found","headers":[{"name":"Location","value":"/x"}],"cookies":[{"name":"sid","value":"1","expires":"2026-03-12T10:15:02Z"}],
        "content":{"size":1,"mimeType":"text/html","text":"a","encoding":"base64","_file":"y.html"},"redirectURL":"/x","_error":"e"},"cache":{},"timings":{"wait":1}}
        """;

    private static List<string[]> Paths(JsonNode? node, string[] above) => node switch
    {
        JsonObject json => json.SelectMany(member => Paths(member.Value, [.. above, member.Key]).Prepend([.. above, member.Key])).DistinctBy(path => string.Join('.', path)).ToList(),
        JsonArray array => array.SelectMany((item, index) => Paths(item, [.. above, $"{index}"]).Prepend([.. above, $"{index}"])).DistinctBy(path => string.Join('.', path)).ToList(),
        _ => [],
    };

    private static void Set(JsonNode file, string[] path, JsonNode? value)
    {
        var of = At(file, path[..^1]);
        if (of is JsonArray array) array[Index(path[^1])] = value;
        else of.AsObject()[path[^1]] = value;
    }

    private static void SetText(JsonNode file, string[] path, string text)
    {
        if (At(file, path) is JsonValue) Set(file, path, JsonValue.Create(text));
    }

    private static JsonNode At(JsonNode file, string[] path) => path.Aggregate(file, (at, step) => (at is JsonArray items ? items[Index(step)] : at[step])!);

    private static int Index(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<IReadOnlyList<HarDocument>> ReadAsync(byte[] file, HarReadOptions? options = null) =>
        HarInput.ReadAsync("-", new MemoryStream(file), options ?? HarReadOptions.Default, null, CancellationToken.None);

    private static byte[] Sanitize(byte[] file)
    {
        var output = new MemoryStream();
        Assert.That(new HarSanitizer(new()).Sanitize(file, output).Leaks, Is.Empty);
        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Does.Not.Contain("S3cret-0123456789"));
        return output.ToArray();
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string message) => Throws.TypeOf<HarFormatException>().With.Message.EqualTo(message);
}
