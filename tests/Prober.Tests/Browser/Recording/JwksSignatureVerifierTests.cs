using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using Prober.Browser.Recording;
using Prober.Evidence.Provider;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Browser.Recording;

public sealed class JwksSignatureVerifierTests
{
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "one" };
    private static readonly RsaSecurityKey Other = new(RSA.Create(2048)) { KeyId = "two" };

    [Test]
    public async Task A_signature_of_a_published_key_is_valid_even_on_an_expired_token() =>
        Assert.That((await Verify(Token(Key), Key, Other)).Verdict, Is.EqualTo(SignatureVerdict.Valid));

    [Test]
    public async Task A_flipped_byte_is_invalid()
    {
        var raw = Token(Key);
        var at = raw.LastIndexOf('.') + 10;

        Assert.That((await Verify(raw[..at] + (raw[at] == 'A' ? 'B' : 'A') + raw[(at + 1)..], Key)).Verdict, Is.EqualTo(SignatureVerdict.Invalid));
    }

    [Test]
    public async Task A_key_id_that_is_not_published_is_named()
    {
        var (verdict, detail) = await Verify(Token(Key), Other);

        Assert.That((verdict, detail), Is.EqualTo((SignatureVerdict.UnknownKey, "the key set has no key one; it has two")));
    }

    [Test]
    public async Task A_token_without_a_key_id_is_tried_with_every_key() =>
        Assert.That((await Verify(Token(new RsaSecurityKey(Key.Rsa)), Other, Key)).Verdict, Is.EqualTo(SignatureVerdict.ValidByTrial));

    [TestCase("none", SignatureVerdict.AlgorithmNone)]
    [TestCase("HS256", SignatureVerdict.SymmetricAlgorithm)]
    public async Task Algorithms_that_prove_nothing_are_told_apart(string algorithm, SignatureVerdict expected)
    {
        var raw = $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}"}""")}.{Base64UrlEncoder.Encode("{}")}.";

        Assert.That((await Verify(raw, Key)).Verdict, Is.EqualTo(expected));
    }

    [Test]
    public async Task Without_keys_nothing_is_said_of_the_token() =>
        Assert.That((await new JwksSignatureVerifier(null).VerifyAsync(Captured(Token(Key)), default)).Verdict, Is.EqualTo(SignatureVerdict.KeysUnavailable));

    private static ValueTask<SignatureObservation> Verify(string raw, params RsaSecurityKey[] published)
    {
        var keys = new JsonArray([.. published.Select(key => new JsonObject
        {
            ["kty"] = "RSA",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(key.Rsa.ExportParameters(false).Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Rsa.ExportParameters(false).Exponent),
        })]);
        var metadata = new ProviderMetadata { FetchedAt = default, DiscoveryUrl = "", Keys = new JsonObject { ["keys"] = keys } };
        return new JwksSignatureVerifier(metadata).VerifyAsync(Captured(raw), CancellationToken.None);
    }

    private static CapturedToken Captured(string raw) => new()
    {
        Kind = TokenKind.Id,
        Place = TokenPlace.TokenResponse,
        SeenAt = default,
        Raw = raw,
        Header = JsonNode.Parse(Base64UrlEncoder.Decode(raw.Split('.')[0]))!.AsObject(),
    };

    private static string Token(RsaSecurityKey key) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Claims = new Dictionary<string, object> { ["sub"] = "alice", ["exp"] = 1_000_000_000 },
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
    });
}
