using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Sanitizing;
using Prober.Tests.Evidence.Har.Exports;

namespace Prober.Tests.Sanitizing;

public sealed class FileSanitizingTests
{
    private DirectoryInfo _place = null!;

    [SetUp]
    public void MakePlace() => _place = Directory.CreateTempSubdirectory("prober-copies-");

    [TearDown]
    public void Remove() => _place.Delete(recursive: true);

    [Test]
    public async Task Bodies_that_lie_beside_a_recording_are_cleaned_and_come_into_the_one_copy()
    {
        ZipFile.CreateFromDirectory(Exported.PathOf("playwright-attach"), At("attach.zip"));
        foreach (var from in (string[])[At("attach.zip"), Exported.PathOf("playwright-attach/har.har")])
        {
            await SanitizeAsync(from, At("copy.har"));

            var text = await File.ReadAllTextAsync(At("copy.har"));
            Assert.That(text, Does.Not.Contain("fictional-Pass").And.Not.Contain("fictional-idp-state").And.Not.Contain("pat@example.com").And.Not.Contain("_file"));
            var entries = JsonNode.Parse(text)!["log"]!["entries"]!.AsArray();
            Assert.That(entries[2]!["response"]!["content"]!["text"]!.ToString(), Does.Contain("<title>Log in</title>").And.Contain("value=\"fp_"));
            Assert.That(entries[4]!["request"]!["postData"]!["text"]!.ToString(), Does.Match(@"^state=fp_\w+&username=~personal-[0-9a-f]+~@masked\.invalid&password=\*\*\*&action=default$"));
        }
    }

    [Test]
    public async Task A_body_that_is_not_there_leaves_no_hash_of_itself()
    {
        File.Copy(Exported.PathOf("playwright-attach/har.har"), At("alone.har"));
        await SanitizeAsync(At("alone.har"), At("copy.har"));

        Assert.That(await File.ReadAllTextAsync(At("copy.har")), Does.Not.Match("[0-9a-f]{40}").And.Contain("\"_file\":\"fp_"));
    }

    /// <summary>Whoever knows the rest of a body finds a password or a code by trying, if its hash is there.</summary>
    [Test]
    public async Task No_hash_of_a_body_stays()
    {
        const string Hash = "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12", Tagged = "W/\"1f-2jmj7l5rSw0yVb/vlWAYkK/YBwk\"", Digest = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";
        await File.WriteAllTextAsync(At("hashed.har"), """
            {"log":{"entries":[{"request":{"method":"POST","url":"https://a.example/login","headers":[{"name":"Content-Digest","value":"DIGEST"}],"postData":{"mimeType":"application/x-www-form-urlencoded","text":"password=Secret-0123456789","_sha1":"HASH"}},
            "response":{"status":200,"headers":[{"name":"ETag","value":TAG},{"name":"etag","value":"\"17\""}],"content":{"mimeType":"text/html","text":"Secret-0123456789","_sha1":"HASH"}}}]}}
            """.Replace("DIGEST", Digest, StringComparison.Ordinal).Replace("HASH", Hash, StringComparison.Ordinal).Replace("TAG", JsonValue.Create(Tagged).ToJsonString(), StringComparison.Ordinal));
        await SanitizeAsync(At("hashed.har"), At("copy.har"));

        var copy = await File.ReadAllTextAsync(At("copy.har"));
        Assert.That(copy, Does.Not.Contain(Hash).And.Not.Contain("2jmj7l5rSw0yVb").And.Not.Contain("X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE"));
        Assert.That(copy, Does.Contain("\"_sha1\":\"fp_").And.Contain("\\\"17\\\""), "and what is no hash stays");
    }

    [Test]
    public async Task A_SAML_tracer_export_stays_one_without_its_secrets()
    {
        await SanitizeAsync(Exported.PathOf("saml-tracer.json"), At("copy.json"));

        var text = await File.ReadAllTextAsync(At("copy.json"));
        Assert.That(text, Does.Not.Contain("fictional-Pass").And.Not.Contain("fictional-idp-state").And.Not.Contain("fictional-code").And.Not.Contain("pat@example.com").And.Not.Match("-[0-9a-f]{40}"));
        Assert.That((await Exported.ReadAsync(At("copy.json"))).Entries.Select(entry => entry.Response.Status), Is.EqualTo(new[] { 302, 302, 200, 302, 302, 302, 200 }));
        Assert.That(JsonNode.Parse(text)![HarSanitizer.Mark]!["by"]!.ToString(), Is.EqualTo("prober"));
    }

    [TestCase("""{"requests":[{"method":"POST","url":"https://a.example/","requestHeaders":[["Cookie","sid=Secret-0123456789"]],"post":[["password","Secret-0123456789"]]}]}""")]
    [TestCase("""{"requests":[{"method":"POST","url":"https://a.example/","post":{"username":["Secret-0123456789"],"SAMLResponse":["Secret-0123456789"]},"saml":"<Assertion><NameID>Secret-0123456789</NameID></Assertion>"}]}""")]
    public async Task Older_SAML_tracer_exports_lose_them_too(string export)
    {
        await File.WriteAllTextAsync(At("old.json"), export);
        await SanitizeAsync(At("old.json"), At("copy.json"));

        Assert.That(await File.ReadAllTextAsync(At("copy.json")), Does.Not.Contain("0123456789").And.Contain("https://a.example/"));
    }

    [Test]
    public async Task Recordings_of_an_archive_stay_together_and_equal_values_stay_equal()
    {
        using (var zip = ZipFile.Open(At("two.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(Exported.PathOf("chrome-sensitive.har"), "good/x.har");
            zip.CreateEntryFromFile(Exported.PathOf("firefox.har"), "bad/x.har");
        }

        Assert.That(async () => await SanitizeAsync(At("two.zip"), At("two.har")), Throws.TypeOf<UsageException>().With.Message.EqualTo($"{At("two.zip")}: it holds 2 recordings; let the output's name end in .zip"));
        var copies = await SanitizeAsync(At("two.zip"), At("clean.zip"));

        Assert.That(copies.Select(copy => (copy.Input, copy.IsWritten)), Is.All.EqualTo(($"{At("two.zip")}/x.har", true)));
        using var clean = ZipFile.OpenRead(At("clean.zip"));
        Assert.That(clean.Entries.Select(entry => entry.FullName), Is.EqualTo(new[] { "x.har", "2-x.har" }));
        var states = clean.Entries.Select(entry => System.Text.RegularExpressions.Regex.Match(Text(entry.Open()), @"[?&]state=(fp_\w+)").Groups[1].Value).ToList();
        Assert.That(states[0], Is.EqualTo(states[1]).And.Not.Empty);
    }

    [Test]
    public async Task A_copy_is_packed_as_its_name_says()
    {
        await SanitizeAsync(Exported.PathOf("firefox.har"), At("copy.har.gz"));

        Assert.That(Text(new GZipStream(File.OpenRead(At("copy.har.gz")), CompressionMode.Decompress)), Does.StartWith("{"));
        Assert.That(Directory.GetFiles(_place.FullName).Select(Path.GetFileName), Is.EqualTo(new[] { "copy.har.gz" }), "no draft is left");
    }

    [TestCase("cut.har.gz", "{0}: expected a whole zip, gzip or zlib file, and it is damaged or cut")]
    [TestCase("cut.zip", "{0}: expected a whole zip, gzip or zlib file, and it is damaged or cut")]
    [TestCase("absent.har", "{0}: cannot be read (there is no such file)")]
    [TestCase("folder", "{0}: expected a recording, and it is a folder")]
    [TestCase("run", "{0}: a run's folder was cleaned when it was written; 'prober analyze {0} --bundle ticket.zip' makes one file of it to send")]
    [TestCase("run.zip", "{0}: a packed run was cleaned when it was written, and can be sent as it is")]
    public async Task Says_what_cannot_be_cleaned_and_writes_nothing(string from, string message)
    {
        await File.WriteAllBytesAsync(At("cut.har.gz"), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]);
        await File.WriteAllTextAsync(At("cut.zip"), "PK\u0003\u0004 text");
        _place.CreateSubdirectory("folder");
        _place.CreateSubdirectory("run");
        await File.WriteAllTextAsync(At("run/manifest.json"), "{}");
        ZipFile.CreateFromDirectory(At("run"), At("run.zip"));

        Assert.That(async () => await SanitizeAsync(At(from), At("copy.har")), Throws.TypeOf<UsageException>().With.Message.EqualTo(message.Replace("{0}", At(from), StringComparison.Ordinal)));
        Assert.That(Directory.GetFiles(_place.FullName, "*.har").Concat(Directory.GetFiles(_place.FullName, ".prober*")), Is.Empty);
    }

    [Test]
    public async Task The_summary_for_programs_has_kinds_places_and_numbers()
    {
        var summary = JsonNode.Parse(SanitizeSummaryJson.Of(await SanitizeAsync(Exported.PathOf("firefox.har"), At("copy.har")), keptSecrets: false))!;

        Assert.That(summary["copies"]![0]!["written"]!.GetValue<bool>(), Is.True);
        Assert.That(summary["copies"]![0]!["replacements"]!.AsArray().Select(found => found!.ToJsonString()), Has.Member("""{"kind":"password","place":"request body","count":1}"""));
        Assert.That(summary.ToJsonString(), Does.Not.Contain("fictional-"));
    }

    private static async Task<IReadOnlyList<SanitizedCopy>> SanitizeAsync(string from, string to)
    {
        using var input = await SanitizeInput.OpenAsync(from, default);
        return await new FileSanitizing(new SanitizeOptions()).SanitizeAsync(input, to, default);
    }

    private string At(string name) => Path.Combine(_place.FullName, name);

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
