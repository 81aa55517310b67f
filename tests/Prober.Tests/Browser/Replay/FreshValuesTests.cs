using System.Buffers.Text;
using System.Text;
using NUnit.Framework;
using Prober.Browser.Replay;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class FreshValuesTests
{
    private const string Authorize = "https://login.example.com/authorize";

    private FreshValues _values = null!;

    [SetUp]
    public void Learn()
    {
        _values = new(["alice@example.com", "correct horse"]);
        _values.Learn(
            Seen($"{Authorize}?client_id=portal&state=fresh/state+1&nonce=fresh-nonce-1&max_age=60"),
            Exchange($"{Authorize}?client_id=portal&state=old/state%2B1&nonce=old-nonce-1&max_age=90"));
    }

    [Test]
    public void A_redirect_gets_the_pages_own_state() =>
        Assert.That(_values.Freshen("https://app.example.com/cb?code=c&state=old%2Fstate%2B1"), Is.EqualTo("https://app.example.com/cb?code=c&state=fresh%2Fstate%201"));

    [Test]
    public void What_the_browser_sends_is_put_back()
    {
        Assert.That(_values.Restore("nonce=fresh-nonce-1"), Is.EqualTo("nonce=old-nonce-1"));
        Assert.That(_values.Restore(_values.Freshen("state=old/state+1")), Is.EqualTo("state=old/state+1"));
    }

    [Test]
    public void A_nonce_inside_a_token_is_exchanged_and_the_whole_token_comes_back()
    {
        var recorded = Token("""{"sub":"u1","nonce":"old-nonce-1"}""");
        var fresh = _values.Freshen($$"""{"id_token":"{{recorded}}"}""");

        Assert.That(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(fresh.Split('.')[1])), Is.EqualTo("""{"sub":"u1","nonce":"fresh-nonce-1"}"""));
        Assert.That(_values.Restore(fresh), Is.EqualTo($$"""{"id_token":"{{recorded}}"}"""), "byte for byte, or its signature would be no more");
    }

    [Test]
    public void A_token_without_anything_fresh_stays_as_it_is()
    {
        var token = Token("""{"sub":"somebody else"}""");

        Assert.That(_values.Freshen(token), Is.EqualTo(token));
    }

    [Test]
    public void Neither_credentials_nor_short_values_are_exchanged()
    {
        _values.Learn(Seen(Authorize, method: "POST", form: "password=correct+horse&page=2"), Exchange(Authorize, method: "POST", form: "password=fp_0123456789ab_13&page=1"));

        Assert.That(_values.Freshen("fp_0123456789ab_13 90 1"), Is.EqualTo("fp_0123456789ab_13 90 1"));
    }

    [Test]
    public void Each_login_has_a_state_of_its_own()
    {
        _values.Learn(Seen($"{Authorize}?state=fresh-state-2"), Exchange($"{Authorize}?state=old-state-2"));
        // The same recorded login once more, as a tab does that the recording has only one of.
        _values.Learn(Seen($"{Authorize}?state=fresh-state-3"), Exchange($"{Authorize}?state=old-state-2"));

        Assert.That(_values.Freshen("state=old-state-2"), Is.EqualTo("state=fresh-state-3"), "the newest");
        Assert.That(_values.Restore("fresh-state-2 fresh-state-3"), Is.EqualTo("old-state-2 old-state-2"));
    }

    private static string Token(string claims) => $"{Part("""{"alg":"RS256","kid":"1"}""")}.{Part(claims)}.c2lnbmF0dXJl";

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
