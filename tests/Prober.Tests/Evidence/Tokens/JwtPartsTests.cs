using System.Buffers.Text;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Tokens;

public sealed class JwtPartsTests
{
    private const string Signature = "c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";

    [Test]
    public void A_signed_token_decodes()
    {
        var token = JwtParts.Decode(Token("""{"alg":"RS256","kid":"k1"}""", """{"sub":"ü","n":12345678901234567890,"a":[1,null]}"""));

        Assert.That(token, Has.Property("Error").Null.And.Property("Algorithm").EqualTo("RS256").And.Property("KeyId").EqualTo("k1"));
        Assert.That(token.Claims!["sub"]!.GetValue<string>(), Is.EqualTo("ü"));
        Assert.That(token.Claims!.ToJsonString(), Does.Contain("12345678901234567890"));
        Assert.That(token.SignatureIsBase64Url, Is.True);
    }

    [TestCase("", "it has 1 part")]
    [TestCase("abc.def", "it has 2 parts")]
    [TestCase("a.b.c.d", "it has 4 parts")]
    [TestCase("!.b.c", "its header is not base64url")]
    [TestCase("e30=.e30.", "its header is not base64url")]
    [TestCase("W10.e30.", "its header is not a JSON object")]
    [TestCase("e30.bm8.", "its claims is not JSON")]
    [TestCase("e30._w.", "its claims is not UTF-8")]
    public void What_is_no_token_says_why(string text, string error) => Assert.That(JwtParts.Decode(text).Error, Does.StartWith(error));

    [Test]
    public void Duplicate_members_are_reported_and_the_last_one_counts()
    {
        var token = JwtParts.Decode(Token("""{"alg":"none","alg":"RS256"}""", """{"a":{"b":1,"b":2}}"""));

        Assert.That(token.DuplicateKeys, Is.EqualTo(["header.alg", "claims.a.b"]));
        Assert.That(token.Algorithm, Is.EqualTo("RS256"));
    }

    [Test]
    public void An_encrypted_token_keeps_its_header_alone()
    {
        var token = JwtParts.Decode($"{Encode("""{"alg":"RSA-OAEP","enc":"A256GCM"}""")}.a.b.c.d");
        Assert.That(token, Has.Property("IsEncrypted").True.And.Property("Error").Null.And.Property("Claims").Null);
    }

    [Test]
    public void A_signature_that_a_sanitizer_took_is_told_from_one()
    {
        var token = JwtParts.Decode($"{Encode("""{"alg":"RS256"}""")}.{Encode("{}")}.redacted");
        Assert.That(token, Has.Property("Error").Null.And.Property("SignatureIsBase64Url").False);
    }

    [Test]
    public void No_text_makes_it_throw()
    {
        var random = new Random(7);
        string[] seeds = [Token("""{"alg":"RS256"}""", """{"a":"\ud800"}"""), $"{Encode("{\"\\udc00\":1}")}.{Encode("[[[[")}.", new('.', 4), $"{Encode(new string('[', 5000))}.e30."];
        foreach (var seed in seeds) Assert.That(() => JwtParts.Decode(seed), Throws.Nothing);
        for (var round = 0; round < 20_000; round++)
        {
            var text = seeds[round % 3].ToCharArray();
            for (var changes = random.Next(1, 6); changes > 0 && text.Length > 0; changes--) text[random.Next(text.Length)] = (char)random.Next(round % 2 == 0 ? 128 : 65536);
            Assert.That(() => JwtParts.Decode(new string(text)), Throws.Nothing);
        }
    }

    private static string Token(string header, string claims) => $"{Encode(header)}.{Encode(claims)}.{Signature}";

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
