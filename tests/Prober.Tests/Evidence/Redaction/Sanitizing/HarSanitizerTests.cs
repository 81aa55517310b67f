using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Redaction.Sanitizing;

public sealed class HarSanitizerTests
{
    private static readonly (SanitizeResult Result, byte[] Har) Sanitized = Sanitize(CanaryHar.Bytes);

    [Test]
    public void Nothing_planted_is_left_in_any_disguise()
    {
        Assert.That(Sanitized.Result.Leaks, Is.Empty);
        var har = JsonNode.Parse(Sanitized.Har)!;
        var body = har["log"]!["entries"]!.AsArray()[^1]!["response"]!["content"]!["text"]!.GetValue<string>();
        using var gzip = new StreamReader(new GZipStream(new MemoryStream(Convert.FromBase64String(body)), CompressionMode.Decompress));
        AssertClean(Encoding.UTF8.GetString(Sanitized.Har) + gzip.ReadToEnd());
        var socket = har["log"]!["entries"]!.AsArray()[^1]!["_webSocketMessages"]!.AsArray()[^1]!["data"]!.GetValue<string>();
        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(socket)), Does.StartWith("\u0001fp_"));
    }

    [Test]
    public void All_structure_stays()
    {
        Assert.That(Shape(JsonNode.Parse(Sanitized.Har)!["log"]!["entries"]), Is.EqualTo(Shape(JsonNode.Parse(CanaryHar.Bytes)!["log"]!["entries"])));
        var log = JsonNode.Parse(Sanitized.Har)!["log"]!.AsObject();
        Assert.That(log["pages"]![0]!["pageTimings"]!.ToJsonString(), Is.EqualTo("""{"onLoad":12.5}"""));
        Assert.That(log.Select(member => member.Key), Is.SupersetOf(new[] { "version", "creator", "pages", "entries", "_unknown", HarSanitizer.Mark }));
    }

    [Test]
    public void A_token_keeps_header_and_claims_about_nobody_and_loses_its_signature()
    {
        var log = HarReader.Read(Sanitized.Har);
        var before = JwtParts.Decode(Canary.Id);
        var token = TokenHarvest.From(log).First(found => found.Kind == TokenKind.Id);
        Assert.That(token.Header!.ToJsonString(), Is.EqualTo(before.Header!.ToJsonString()));
        Assert.That(token.Claims!["iss"]!.ToString(), Is.EqualTo("https://idp.example/"));
        Assert.That(token.Claims["email"]!.ToString(), Does.StartWith("~personal-"));
        Assert.That(token.Claims["nonce"]!.ToString(), Is.EqualTo(QueryString.OfUrl(log.Entries[0].Request.Url)["nonce"]));
        Assert.That(token.Length, Is.EqualTo(Canary.Id.Length));
        Assert.That(JwtParts.Decode(token.Raw).SignatureIsBase64Url, Is.False);
    }

    [TestCase(Canary.Verifier, true)]
    [TestCase("another-verifier-that-was-never-hashed-0123456", false)]
    public void PKCE_still_fits_exactly_when_it_fitted(string verifier, bool fits)
    {
        var har = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(CanaryHar.Bytes).Replace("code_verifier=" + Canary.Verifier, "code_verifier=" + verifier, StringComparison.Ordinal));
        Assert.That(PkceObserver.Observe(HarReader.Read(har)).Single().Matches, Is.EqualTo(fits));
        Assert.That(PkceObserver.Observe(HarReader.Read(Sanitize(har).Har)).Single().Matches, Is.EqualTo(fits));
    }

    [Test]
    public void Sanitizing_twice_changes_nothing_more() => Assert.That(Journey(Sanitize(Sanitized.Har).Har), Is.EqualTo(Journey(Sanitized.Har)));

    private static string Journey(byte[] har) => string.Concat(JsonNode.Parse(har)!["log"]!["entries"]!.AsArray().Take(10).Select(entry => Shape(entry, values: true)));

    [Test]
    public void Personal_data_stays_when_asked_and_secrets_go_all_the_same()
    {
        var text = Encoding.UTF8.GetString(Sanitize(CanaryHar.Bytes, new() { KeepPersonal = true }).Har);
        Assert.That(text, Does.Contain(Canary.User).And.Not.Contain(Canary.Code).And.Not.Contain(Canary.Access).And.Not.Contain(Canary.Cookie));
    }

    [Test]
    public void The_summary_counts_by_kind_and_place()
    {
        Assert.That(Sanitized.Result.Replacements, Has.Some.Matches<Replacement>(found => found is { Kind: SecretKind.Cookie, Place: "request cookie" }));
        Assert.That(Sanitized.Result.Replacements, Has.Some.Matches<Replacement>(found => found is { Kind: SecretKind.Password, Place: "request body" }));
    }

    [TestCase("{\"log\":{\"a\":\n \"\\u\",\"entries\":[{}]}}", "not a HAR: line 2, byte 5 (byte 17 of the file): malformed JSON, which cannot be cleaned")]
    [TestCase("{\"log\":{\"entries\":[{},\n{}],\n\"a\":tru}}", "not a HAR: line 3, byte 8 (byte 35 of the file): malformed JSON, which cannot be cleaned")]
    [TestCase("{\"log\":{\"entries\":[{},\n{\"a\":tru}]}}", "not a HAR: line 2, byte 9 (byte 31 of the file): malformed JSON, which cannot be cleaned")]
    [TestCase("\uFEFF{\"log\":{\"entries\":[{},\n{\"a\":tru}]}}", "not a HAR: line 2, byte 9 (byte 34 of the file): malformed JSON, which cannot be cleaned")]
    [TestCase("\uFEFF{\"log\":{\"entries\":[{\"a\":tru}]}}", "not a HAR: line 1, byte 31 (byte 30 of the file): malformed JSON, which cannot be cleaned")]
    [TestCase("\uFEFF{\"log\":{\"entries\":[{}} ", "not a HAR: line 1, byte 25 (byte 24 of the file): malformed JSON (expected a comma or a closing bracket)")]
    [TestCase("{\"log\":{\"entries\":[{}]},\n\"log\":5}", "not a HAR: line 2, byte 9 (byte 33 of the file): expected one \"log\" with \"entries\" in the outermost object")]
    public void What_is_malformed_is_refused_with_its_place(string har, string message) =>
        Assert.That(() => Sanitize(Encoding.UTF8.GetBytes(har)), Throws.TypeOf<HarFormatException>().With.Message.EqualTo(message));

    [Test]
    public void Broken_files_are_refused_with_a_position_or_come_out_clean()
    {
        var file = new MemoryStream();
        HarWriter.Write(HarReader.Read(CanaryHar.Bytes) with { Entries = [.. HarReader.Read(CanaryHar.Bytes).Entries.Take(10)] }, file);
        foreach (var text in Mutations.Of(Encoding.UTF8.GetString(file.ToArray()), 300))
        {
            try
            {
                var (result, har) = Sanitize(Encoding.UTF8.GetBytes(text));
                Assert.That(result.Leaks, Is.Empty, text);
                Assert.That(() => HarReader.Read(har), Throws.Nothing, text);
            }
            catch (HarFormatException refused)
            {
                Assert.That(refused.Message, Does.StartWith("not a HAR"));
            }
        }
    }

    internal static (SanitizeResult Result, byte[] Har) Sanitize(byte[] har, SanitizeOptions? options = null)
    {
        var output = new MemoryStream();
        var result = new HarSanitizer(options ?? new(), new Fingerprint([1, 2, 3])).Sanitize(har, output);
        return (result, output.ToArray());
    }

    private static void AssertClean(string text) => Assert.That(
        Canary.Everything().SelectMany(Canary.Disguises).Append(Canary.Id.Split('.')[2]).Where(secret => text.Contains(secret, StringComparison.Ordinal) || text.Contains(JsonSerializer.Serialize(secret).Trim('"'), StringComparison.Ordinal)),
        Is.Empty);

    private static string Shape(JsonNode? node, bool values = false) => node switch
    {
        null => "null",
        JsonObject json => "{" + string.Join(',', json.Select(member => (values ? member.Key : member.Key.Length < 22 ? member.Key : "…") + Shape(member.Value, values))) + "}",
        JsonArray array => "[" + string.Join(',', array.Select(item => Shape(item, values))) + "]",
        _ => node.GetValueKind() == JsonValueKind.String && !values ? "\"\"" : node.ToJsonString(),
    };
}
