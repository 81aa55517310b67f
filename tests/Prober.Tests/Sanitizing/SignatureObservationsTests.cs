using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Analysis;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Sanitizing;
using Prober.Tests.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Sanitizing;

/// <summary>A copy has no signature that could be verified, and tells what was seen of the original's.</summary>
public sealed class SignatureObservationsTests
{
    private const string Token = "claims-jwt-signature";
    private const string Assertion = "claims-saml-signature";
    private const string Word = " That is the word of the sanitized copy on its original; the signature itself is not in it.";

    private static readonly RSAParameters Key = NewKey();

    private DirectoryInfo _place = null!;

    [SetUp]
    public void MakePlace() => _place = Directory.CreateTempSubdirectory("prober-signatures-");

    [TearDown]
    public void Remove() => _place.Delete(recursive: true);

    [TestCase("k1", false, Verdict.Pass, "valid")]
    [TestCase("k1", true, Verdict.Fail, "invalid")]
    [TestCase(null, false, Verdict.Warn, "no-key-id")]
    public async Task Of_a_token_the_copy_says_what_the_original_showed(string? keyId, bool tampered, Verdict verdict, string reason)
    {
        var (before, after) = await BothAsync(Login(keyId, tampered), Token);

        Assert.That((before.Verdict, before.Reason), Is.EqualTo((verdict, reason)), before.Summary);
        Assert.That((after.Verdict, after.Reason, after.Summary, after.Confidence), Is.EqualTo((verdict, reason, before.Summary + Word, Confidence.Medium)));
    }

    [Test]
    public async Task What_the_copy_shows_itself_needs_nobodys_word()
    {
        var (before, after) = await BothAsync(Login("k2", tampered: false), Token);

        Assert.That((after.Reason, after.Summary), Is.EqualTo(("unknown-key", before.Summary)));
        Assert.That(await File.ReadAllTextAsync(At("copy.har")), Does.Not.Contain("\"signatures\""));
    }

    [TestCase("signed", "untrusted")]
    [TestCase("signed as a whole", "untrusted")]
    [TestCase("tampered with", "invalid")]
    [TestCase("wrapped", "wrapped")]
    [TestCase("unsigned", "unsigned")]
    public async Task Of_an_assertion_too(string response, string reason)
    {
        var (before, after) = await BothAsync(new SamlFlow { Response = Response(response) }.Build().Traffic.Value!, Assertion);

        Assert.That(before.Reason, Is.EqualTo(reason), before.Summary);
        Assert.That((after.Verdict, after.Reason), Is.EqualTo((before.Verdict, before.Reason)), after.Summary);
        Assert.That(after.Summary, Is.EqualTo(before.Summary + (reason is "unsigned" or "wrapped" ? "" : Word)));
    }

    [TestCase("k1", "valid")]
    [TestCase("none", "alg-none")]
    public async Task A_copy_of_a_copy_tells_the_same(string keyId, string reason)
    {
        await SanitizeAsync(Login(keyId, tampered: false));
        await SanitizeAsync("copy.har", "second.har");

        Assert.That((await AskAsync(await Har("second.har"), Token)).Reason, Is.EqualTo(reason));
    }

    [Test]
    public async Task No_secret_and_no_token_stands_in_what_is_told()
    {
        await SanitizeAsync(Login("k1", tampered: true));

        var told = JsonNode.Parse(await File.ReadAllTextAsync(At("copy.har")))!["log"]![HarSanitizer.Mark]!["signatures"]!.AsArray();
        Assert.That(told.Single()!["of"]!.ToString(), Does.Match("^fp_[0-9a-f]{12}_[0-9]+$"));
        Assert.That((told.Single()!["verdict"]!.ToString(), told.Single()!["detail"]!.ToString()), Is.EqualTo(("invalid", "SecurityTokenInvalidSignatureException")));
    }

    /// <summary>Anybody can write into a file that it was sanitized: that must not make a bad signature good.</summary>
    [TestCase("""{"of":"SIGNATURE","verdict":"valid"}""", "invalid")]
    [TestCase("""{"of":"SIGNATURE","verdict":"alg-none"},7,{"of":{},"verdict":[]},{}""", "invalid")]
    public async Task A_word_on_a_signature_that_is_there_counts_for_nothing(string told, string reason)
    {
        var log = Login("k1", tampered: true);
        var signature = Prober.Evidence.Tokens.TokenHarvest.From(log)[0].Raw!.Split('.')[2];
        var file = new MemoryStream();
        HarWriter.Write(log, file);
        var text = Encoding.UTF8.GetString(file.ToArray()).Replace("\"version\": \"1.2\",", $"\"version\": \"1.2\",\"_sanitized\":{{\"by\":\"prober\",\"signatures\":[{told.Replace("SIGNATURE", signature, StringComparison.Ordinal)}]}},", StringComparison.Ordinal);

        var result = await AskAsync(HarReader.Read(Encoding.UTF8.GetBytes(text)), Token);

        Assert.That((result.Reason, result.Summary.EndsWith(Word, StringComparison.Ordinal)), Is.EqualTo((reason, false)));
    }

    private static SignedResponse Response(string how) => how switch
    {
        "signed as a whole" => new() { SignAssertion = false, SignResponse = true },
        "tampered with" => new() { Tamper = xml => xml.Replace("editors", "admins", StringComparison.Ordinal) },
        "wrapped" => new() { Tamper = SignedResponse.Wrap },
        "unsigned" => new() { SignAssertion = false },
        _ => new(),
    };

    private async Task<(CheckResult Before, CheckResult After)> BothAsync(HarLog log, string check)
    {
        await SanitizeAsync(log);
        return (await AskAsync(log, check), await AskAsync(await Har("copy.har"), check));
    }

    private async Task SanitizeAsync(HarLog log)
    {
        await using (var file = File.Create(At("original.har"))) HarWriter.Write(log with { Report = HarReadReport.Clean }, file);
        await SanitizeAsync("original.har", "copy.har");
    }

    private async Task SanitizeAsync(string from, string to)
    {
        using var input = await SanitizeInput.OpenAsync(At(from), CancellationToken.None);
        var copies = await new FileSanitizing(new SanitizeOptions()).SanitizeAsync(input, At(to), CancellationToken.None);
        Assert.That(copies.Single().Result.Leaks, Is.Empty);
    }

    private static async Task<CheckResult> AskAsync(HarLog log, string check) =>
        (await new HarAnalysis(WitnessFiles.None, null).AnalyzeAsync("customer.har", log, CancellationToken.None)).Single().Report.Checks.Single(result => result.Id == check);

    private async Task<HarLog> Har(string name) => HarReader.Read(await File.ReadAllBytesAsync(At(name)));

    private string At(string name) => Path.Combine(_place.FullName, name);

    /// <summary>A login of an application in the browser, which redeems the code and fetches the keys itself.</summary>
    private static HarLog Login(string? keyId, bool tampered) => EvidenceBuilder.Har().InsertAfter(
        "portal-home",
        new EvidenceStep("keys", "GET", $"{HealthyFlow.Provider}/.well-known/jwks.json", 200) { ResourceType = "fetch", MimeType = "application/json", Body = Keys(keyId is not null) },
        new EvidenceStep("token", "POST", $"{HealthyFlow.Provider}/oauth/token", 200)
        {
            ResourceType = "fetch",
            MimeType = "application/json",
            Form = $"grant_type=authorization_code&client_id=portal&code={EvidenceStep.Fp("code-1")}",
            Body = new JsonObject { ["id_token"] = IdToken(keyId, tampered), ["token_type"] = "Bearer", ["expires_in"] = 3600 }.ToJsonString(),
        }).Build().Traffic.Value!;

    private static string Keys(bool named)
    {
        var key = new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(Key.Modulus), ["e"] = Base64Url.EncodeToString(Key.Exponent) };
        if (named) key["kid"] = "k1";
        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }

    private static string IdToken(string? keyId, bool tampered)
    {
        var now = new DateTimeOffset(2026, 1, 1, 10, 0, 1, TimeSpan.Zero).ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = keyId == "none" ? "none" : "RS256", ["typ"] = "JWT" };
        if (keyId is not (null or "none")) header["kid"] = keyId;
        var claims = new JsonObject
        {
            ["iss"] = HealthyFlow.Provider + "/",
            ["sub"] = "auth0|0123456789",
            ["aud"] = "portal",
            ["iat"] = now,
            ["exp"] = now + 3600,
            ["nonce"] = EvidenceStep.Fp("nonce-1"),
            ["email"] = "alice@example.com",
        };
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        using var key = RSA.Create(Key);
        var signature = keyId == "none" ? "" : Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        claims["email"] = "mallory@example.com";
        return $"{(tampered ? $"{Encoded(header)}.{Encoded(claims)}" : signed)}.{signature}";
    }

    private static RSAParameters NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
