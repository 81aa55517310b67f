using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Prober.Evidence;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Redaction;

public sealed class RedactorTests
{
    private static readonly KnownSecrets Secrets = Canary.Typed();
    private static readonly EvidenceBundle Redacted = new Redactor(new Fingerprint([1, 2, 3])).Redact(Canary.Bundle(), Secrets);
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Path.Combine(Directory.CreateTempSubdirectory("redact").FullName, "run");

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void Nothing_planted_is_in_what_is_written()
    {
        BundleWriter.Write(Redacted, _folder);

        Assert.That(new RedactionAudit(Secrets).Folder(_folder), Is.Empty);
        // And by eye, without any code of the audit.
        var text = string.Concat(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var secret in Canary.Everything().SelectMany(Canary.Disguises).Append(Canary.Id.Split('.')[2]).Append(Canary.Id.Split('.')[1]))
        {
            Assert.That(text, Does.Not.Contain(secret).And.Not.Contain(JsonSerializer.Serialize(secret).Trim('"')));
        }
    }

    [Test]
    public void Unredacted_it_would_have_been_found_in_every_disguise()
    {
        var raw = Canary.Bundle();
        BundleWriter.Write(raw with { Tokens = Captured.Nothing<IReadOnlyList<CapturedToken>>("x") }, _folder);

        var hits = new RedactionAudit(Secrets).Folder(_folder);

        Assert.That(hits.Select(hit => hit.Encoding).Distinct(), Is.SupersetOf([SecretEncoding.Plain, SecretEncoding.Escaped, SecretEncoding.EscapedTwice, SecretEncoding.Base64]));
        Assert.That(hits.Select(hit => hit.Kind).Distinct(), Is.SupersetOf(new[]
        {
            SecretKind.Password, SecretKind.OneTimeCode, SecretKind.ClientSecret, SecretKind.Cookie, SecretKind.Token, SecretKind.Code, SecretKind.State, SecretKind.Nonce,
            SecretKind.Verifier, SecretKind.Session, SecretKind.AntiForgery, SecretKind.Subject, SecretKind.Personal,
        }));
        Assert.That(string.Concat(hits), Does.Not.Contain(Canary.Code).And.Not.Contain(Canary.User));
        RedactionAudit.DeleteHits(_folder, hits);
        Assert.That(new RedactionAudit(Secrets).Folder(_folder), Is.Empty);
    }

    [Test]
    public void Each_disguise_of_each_value_is_masked_and_its_surroundings_stay()
    {
        Assert.That(Redacted.Console.Value!.Select(entry => entry.Text), Has.All.StartsWith("before:").And.All.EndsWith("|after"));
    }

    [Test]
    public void Equal_values_stay_equal_wherever_they_stand()
    {
        var entries = Redacted.Traffic.Value!.Entries;
        var request = QueryString.OfUrl(entries[0].Request.Url);
        var state = request["state"];
        var code = QueryString.OfUrl(entries[4].Request.Url)["code"];
        var id = Redacted.Tokens.Value!.First(token => token.Kind == TokenKind.Id);

        Assert.That(Fingerprint.IsFingerprint(state), Is.True);
        Assert.That(new[]
        {
            QueryString.OfUrl(QueryString.OfUrl(RedirectTarget.Of(entries[0]))["returnUrl"])["state"], FormBody.Of(entries[2].Request)!["state"], QueryString.OfUrl(RedirectTarget.Of(entries[2]))["state"],
            QueryString.OfUrl(entries[4].Request.Url)["state"], QueryString.OfFragment(RedirectTarget.Of(entries[7]))["state"], FormBody.Of(entries[8].Request)!["RelayState"],
        }, Is.All.EqualTo(state));
        Assert.That(entries[1].Response.Body, Does.Contain($"value='{state}'").And.Contain($"state: '{state}'").And.Contain($"&amp;state={state}").And.Contain("Forgot your password?"));
        Assert.That(FormBody.Of(entries[5].Request)!["code"], Is.EqualTo(code).And.Not.EqualTo(state));
        Assert.That(id.Claims!["nonce"]!.GetValue<string>(), Is.EqualTo(request["nonce"]));
        Assert.That(JsonDocument.Parse(entries[5].Response.Body!).RootElement.GetProperty("id_token").GetString(), Is.EqualTo(id.Fingerprint).And.StartsWith("jwt_fp_"));
        Assert.That(JsonDocument.Parse(entries[6].Response.Body!).RootElement.GetProperty("sub").GetString(), Is.EqualTo(id.Claims["sub"]!.GetValue<string>()));
        var offered = SetCookie.Of(entries[2].Response).Single();
        Assert.That(CookieHeader.Of(entries[4].Request).Single().Value, Is.EqualTo(offered.Value));
        Assert.That(Redacted.Cookies.Value![0].Cookies[0].Value, Is.EqualTo(offered.Value));
    }

    [Test]
    public void What_checks_need_is_left()
    {
        var entries = Redacted.Traffic.Value!.Entries;
        var request = QueryString.OfUrl(entries[0].Request.Url);
        Assert.That(request["client_id"], Is.EqualTo("portal-client"));
        Assert.That(request["redirect_uri"], Is.EqualTo("https://portal.example/cb"));
        Assert.That(request["scope"], Is.EqualTo("openid email"));
        var cookie = SetCookie.Of(entries[2].Response).Single();
        Assert.That(cookie, Has.Property("HttpOnly").True.And.Property("Path").EqualTo("/").And.Property("Size").EqualTo(3 + Canary.Cookie.Length));
        Assert.That(Redacted.Cookies.Value![0].Cookies[0].Size, Is.EqualTo(3 + Canary.Cookie.Length));
        Assert.That(FormBody.Of(entries[2].Request)!["password"], Is.EqualTo("***"));
        Assert.That(entries[9].Response.Body, Does.Contain("server_error").And.Contain("invalid_user_password").And.Contain("has no session"));
        Assert.That(Redacted.Pkce.Single(), Is.EqualTo(new PkceObservation { AuthorizationEntry = 0, TokenEntry = 5, Method = "S256", Matches = true }));
        var saml = Encoding.UTF8.GetString(Convert.FromBase64String(FormBody.Of(entries[8].Request)!["SAMLResponse"]!));
        Assert.That(saml, Does.Contain("InResponseTo=\"_a1\"").And.Contain("Name=\"mail\"").And.Contain("~personal-").And.Contain("<SignatureValue>fp_"));
    }

    [Test]
    public void Claims_keep_names_types_counts_and_emptiness()
    {
        var token = Redacted.Tokens.Value!.First(found => found.Kind == TokenKind.Id);
        var claims = token.Claims!;

        Assert.That(token, Has.Property("Raw").Null.And.Property("Length").EqualTo(Canary.Id.Length));
        Assert.That(token.Header!["kid"]!.GetValue<string>(), Is.EqualTo("k1"));
        Assert.That(claims["iss"]!.GetValue<string>(), Is.EqualTo("https://idp.example/"));
        Assert.That(claims["email_verified"]!.GetValue<bool>(), Is.True);
        Assert.That(claims["email"]!.GetValue<string>(), Does.Match("^~personal-[0-9a-f]{6}~$").And.EqualTo(QueryString.OfUrl(Redacted.Traffic.Value!.Entries[0].Request.Url)["login_hint"]));
        Assert.That(claims["groups"]!.AsArray().Select(group => group!.GetValue<string>()), Has.Exactly(2).Items.And.One.EqualTo("admins").And.None.EqualTo("secret-society"));
        Assert.That(claims["empty"]!.GetValue<string>(), Is.Empty);
        Assert.That(claims["none"]!.AsArray(), Is.Empty);
        Assert.That(claims["level"]!.GetValueKind(), Is.EqualTo(JsonValueKind.Number));
    }

    [Test]
    public void A_cookie_bound_to_the_path_of_its_transaction_does_not_show_its_value_there()
    {
        const string transaction = "OQcSWrAsqd3o0rETmOwBk";
        var jar = new JarCookie { Name = "_interaction", Domain = "idp.example", Path = $"/interaction/{transaction}", Value = transaction };
        var raw = Canary.Bundle() with { Cookies = Captured.Of<IReadOnlyList<CookieSnapshot>>([new("login", default, [jar])]) };

        var cookie = new Redactor().Redact(raw, new KnownSecrets()).Cookies.Value![0].Cookies[0];

        Assert.That(cookie.Path, Is.EqualTo($"/interaction/{cookie.Value}").And.Not.Contain(transaction));
    }

    [Test]
    public void Redacting_twice_changes_nothing_more()
    {
        var again = new Redactor().Redact(Redacted, new KnownSecrets());

        Assert.That(again.Traffic.Value, Is.EqualTo(Redacted.Traffic.Value).UsingPropertiesComparer());
        Assert.That(again.Tokens.Value!.Select(token => token.Claims?.ToJsonString()), Is.EqualTo(Redacted.Tokens.Value!.Select(token => token.Claims?.ToJsonString())));
    }

    [Test]
    public void Two_runs_do_not_share_fingerprints()
    {
        var (first, second) = (new Fingerprint(), new Fingerprint());
        Assert.That(first.Of("value"), Is.Not.EqualTo(second.Of("value")));
    }

    [Test]
    public void A_single_text_is_redacted_too() =>
        Assert.That(new Redactor().Redact($"Timeout 30000ms exceeded: fill(\"{Canary.Password.Replace("\"", "\\\"", StringComparison.Ordinal)}\") {Canary.Id}", Secrets),
            Does.StartWith("Timeout 30000ms exceeded: fill(\"***\") jwt_fp_"));
}
