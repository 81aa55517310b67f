using NUnit.Framework;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Tokens;

public sealed class TokenHarvestTests
{
    private static readonly string Id = TestTokens.Jwt("""{"iss":"https://idp.example/","sub":"u1","nonce":"n"}""");

    [Test]
    public void A_fragment_is_read_from_the_location_that_still_has_it()
    {
        var tokens = TokenHarvest.From(TestHar.Log(
            TestHar.Entry("https://idp.example/authorize", 302, location: $"https://app.example/cb#id_token={Id}&access_token=opaque%2F1&state=x"),
            TestHar.Entry("https://app.example/cb")));

        Assert.That(tokens.Select(token => (token.Kind, token.Place, token.Entry, token.Raw)), Is.EqualTo(new[]
        {
            (TokenKind.Id, TokenPlace.CallbackFragment, (int?)0, Id),
            (TokenKind.Access, TokenPlace.CallbackFragment, 0, "opaque/1"),
        }));
        Assert.That(tokens[0].Claims!["sub"]!.GetValue<string>(), Is.EqualTo("u1"));
        Assert.That(tokens[1], Has.Property("DecodeError").StartsWith("it has 1 part").And.Property("Claims").Null);
        Assert.That(tokens[0].SeenAt, Is.EqualTo(TestHar.Start.AddMilliseconds(100)));
    }

    [Test]
    public void Query_form_post_web_message_and_back_channel_logout_are_told_apart()
    {
        var tokens = TokenHarvest.From(TestHar.Log(
            TestHar.Entry($"https://app.example/cb?id_token={Id}"),
            TestHar.Entry("https://app.example/cb", form: $"id_token={Id}&state=x"),
            TestHar.Entry("https://app.example/bcl", form: $"logout_token={Id}"),
            TestHar.Entry("https://idp.example/authorize", body: "<script>parent.postMessage({response:{\"id_token\":\"" + Id + "\"}})</script>"),
            TestHar.Entry("https://idp.example/token", form: $"grant_type=refresh_token&refresh_token=abcdefgh")));

        Assert.That(tokens.Select(token => (token.Kind, token.Place)), Is.EqualTo(new[]
        {
            (TokenKind.Id, TokenPlace.CallbackQuery),
            (TokenKind.Id, TokenPlace.FormPost),
            (TokenKind.Logout, TokenPlace.FormPost),
            (TokenKind.Id, TokenPlace.WebMessage),
        }));
    }

    [Test]
    public void Token_and_user_info_responses_are_read()
    {
        var tokens = TokenHarvest.From(TestHar.Log(
            TestHar.Entry("https://idp.example/token", form: "grant_type=authorization_code&code=c", body: $$"""{"access_token":"at-1","id_token":"{{Id}}","refresh_token":"rt-1","expires_in":300}""", type: "application/json"),
            TestHar.Entry("https://idp.example/me", body: """{"sub":"u1","email":"u@example.com"}""", type: "application/json", request: [new("authorization", "Bearer at-1")]),
            TestHar.Entry("https://idp.example/api", body: """{"sub":"u1"}""", type: "application/json")));

        Assert.That(tokens.Select(token => (token.Kind, token.Place, token.Entry)), Is.EqualTo(new[]
        {
            (TokenKind.Access, TokenPlace.TokenResponse, (int?)0),
            (TokenKind.Id, TokenPlace.TokenResponse, 0),
            (TokenKind.Refresh, TokenPlace.TokenResponse, 0),
            (TokenKind.UserInfo, TokenPlace.UserInfoResponse, 1),
        }));
        Assert.That(tokens[3].Claims!["email"]!.GetValue<string>(), Is.EqualTo("u@example.com"));
    }

    [Test]
    public void Storage_of_known_libraries_is_searched()
    {
        var access = TestTokens.Jwt("""{"scope":"openid"}""", """{"alg":"RS256","typ":"at+jwt"}""");
        var snapshot = new StorageSnapshot(
            "signed-in",
            TestHar.Start,
            "https://app.example",
            new Dictionary<string, string>
            {
                ["@@auth0spajs@@::client::audience::openid"] = $$"""{"body":{"access_token":"opaque-access","refresh_token":"opaque-refresh"},"expiresAt":1}""",
                ["@@auth0spajs@@::client::@@user@@"] = $$$"""{"id_token":"{{{Id}}}","decodedToken":{"claims":{"__raw":"{{{Id}}}"} } }""",
                ["uid.utid-login.example-idtoken-client-tenant---"] = $$"""{"credentialType":"IdToken","secret":"{{Id}}x"}""",
                ["theme"] = "dark",
            },
            new Dictionary<string, string> { ["bare"] = access, ["oidc.user:https://idp.example:client"] = """{"access_token":"oidc-access"}""" });

        Assert.That(TokenHarvest.From(null, [snapshot, snapshot]).Select(token => (token.Kind, token.Place, token.Raw)), Is.EquivalentTo(new[]
        {
            (TokenKind.Access, TokenPlace.LocalStorage, "opaque-access"),
            (TokenKind.Refresh, TokenPlace.LocalStorage, "opaque-refresh"),
            (TokenKind.Id, TokenPlace.LocalStorage, Id),
            (TokenKind.Id, TokenPlace.LocalStorage, Id + "x"),
            (TokenKind.Access, TokenPlace.SessionStorage, access),
            (TokenKind.Access, TokenPlace.SessionStorage, "oidc-access"),
        }));
    }

    /// <summary>A recording that keeps scripts holds the words of protocols in them.</summary>
    [TestCase("application/javascript", 0)]
    [TestCase("text/html", 1)]
    public void A_script_that_speaks_of_tokens_is_none(string mediaType, int count) => Assert.That(
        TokenHarvest.From(TestHar.Log(TestHar.Entry("https://app.example/app.js", body: """parent.postMessage({ access_token: "opaque-access-token" })""", type: mediaType))), Has.Count.EqualTo(count));
}
