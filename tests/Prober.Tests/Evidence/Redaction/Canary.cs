using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Redaction;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Redaction;

/// <summary>Raw evidence with secrets in every place and every encoding that a login leaves them in.</summary>
internal static class Canary
{
    public const string Password = "c0rrect \"hörse\"/+&<b>%2";
    public const string OneTimeCode = "493817";
    public const string User = "probe.user@example.com";
    public const string Cookie = "s%3AkX9-Qz7_canary.cookie0451";
    public const string Code = "SplxlOBeZQQYbYS6WxSbIA0453";
    public const string State = "af0ifjs+ldkj/0454==";
    public const string Nonce = "n-0S6_WzA2Mj0455";
    public const string Access = "2YotnFZFEjr1zCsicMWpAA0456";
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string ClientSecret = "7Fjfp0ZBr1KtDRbnfVdmIw0457";
    public const string Hidden = "CfDJ8Nrqz0458xYkLmPoQwErTy";

    public static readonly string Id = TestTokens.Jwt(
        $$"""{"iss":"https://idp.example/","aud":"portal-client","sub":"auth0|5f7c8ec7c33c6c004bbafe82","nonce":"{{Nonce}}","email":"{{User}}","email_verified":true,"name":"Pro Ber","groups":["admins","secret-society"],"empty":"","level":7,"none":[],"sid":"3v1qTsLk0459"}""");

    public static KnownSecrets Typed()
    {
        var secrets = new KnownSecrets();
        secrets.Add(Password, SecretKind.Password);
        secrets.Add(OneTimeCode, SecretKind.OneTimeCode);
        secrets.Add(User, SecretKind.Personal);
        return secrets;
    }

    /// <summary>The same text in all encodings that the audit promises to see through.</summary>
    public static IEnumerable<string> Disguises(string value)
    {
        var percent = Uri.EscapeDataString(value);
        var lower = System.Text.RegularExpressions.Regex.Replace(percent, "%[0-9A-F]{2}", match => match.Value.ToLowerInvariant());
        yield return value;
        yield return percent;
        yield return lower;
        yield return Uri.EscapeDataString(percent);
        yield return Uri.EscapeDataString(lower);
        yield return percent.Replace("%20", "+", StringComparison.Ordinal);
        yield return WebUtility.HtmlEncode(value);
        yield return string.Concat(value.Select(c => $"&#x{(int)c:x};"));
        yield return string.Concat(value.Select(c => $"\\u{(int)c:x4}"));
        yield return JsonValue.Create(value).ToJsonString().Trim('"');
        yield return JsonValue.Create(JsonValue.Create(value).ToJsonString()).ToJsonString();
        for (var offset = 0; offset < 3; offset++)
        {
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + value + "tail"));
            yield return base64;
            yield return base64.Replace('+', '-').Replace('/', '_').TrimEnd('=');
            yield return Uri.EscapeDataString(base64);
        }
    }

    public static EvidenceBundle Bundle() => RichBundle.Create() with
    {
        Run = RichBundle.Create().Run with { OutcomeDetail = $"filling {Password} timed out" },
        Traffic = Captured.Of(Traffic()),
        Tokens = Captured.Of(TokenHarvest.From(Traffic())),
        Assertions = Captured.Of(SamlHarvest.From(Traffic(), new())),
        Pkce = [],
        Phases = Captured.Of<IReadOnlyList<PhaseRecord>>(
            [new() { Name = PhaseName.Login, Application = "portal", StartedAt = default, Duration = default, Outcome = PhaseOutcome.Reached, Detail = $"typed {OneTimeCode}", Steps = [$"filled {User}"] }]),
        Tabs = Captured.Of<IReadOnlyList<TabObservation>>(
            [new() { Phase = PhaseName.Login, Look = TabLook.Result, Application = "portal", State = TabState.Error, At = default, Url = $"https://portal.example/cb?code={Code}", Title = User, Errors = [$"bad code {Code}"] }]),
        Cookies = Captured.Of<IReadOnlyList<CookieSnapshot>>([new("end", default, [new() { Name = "sid", Domain = "idp.example", Path = "/", Value = Cookie }])]),
        Storage = Captured.Of<IReadOnlyList<StorageSnapshot>>(
            [new("end", default, "https://portal.example", new Dictionary<string, string> { ["user"] = $$"""{"id_token":"{{Id}}","access_token":"{{Access}}"}""" }, new Dictionary<string, string> { [$"state.{State}"] = Verifier })]),
        Console = Captured.Of<IReadOnlyList<ConsoleEntry>>(
            [.. Everything().SelectMany(Disguises).Select(text => new ConsoleEntry { Kind = ConsoleKind.Log, At = default, Text = $"before:{text}|after", PageUrl = $"https://x.example/{text}" })]),
        ProviderLog = Captured.Of(new ProviderLog { Source = "api", From = default, To = default, Events = [new() { At = default, Code = "s", Description = $"ok {User}", User = User, ClientId = "portal-client", Connection = "db", Details = new JsonObject { ["details"] = new JsonArray(Code, new JsonObject { ["session_id"] = "3v1qTsLk0459" }) } }] }),
        Users = Captured.Of(new UserRecords { Source = "api", ReadAt = default, Records = [new() { Id = $"auth0|{User}", Attributes = new JsonObject { ["email"] = User, ["app_metadata"] = new JsonObject { ["pin"] = Password } } }] }),
        ProviderServerLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
            [new() { Application = "idp", Source = "idp.log", From = default, To = default, Lines = [new(default, LogSeverity.Error, $"code {Code} of {User}")] }]),
        ApplicationLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
            [new() { Application = "portal", Source = "app.log", From = default, To = default, Lines = [new(default, LogSeverity.Error, $"redeeming {Code} for {User} with Authorization: Bearer {Access}")] }]),
    };

    public static IEnumerable<string> Everything() => [Password, User, Cookie, Code, State, Nonce, Access, Verifier, ClientSecret, Hidden, Id];

    private static HarLog Traffic() => TestHar.Log([.. Journey(), .. Everything().SelectMany(Disguises).SelectMany(Strays)]);

    /// <summary>Places without a name that tells what they hold.</summary>
    private static IEnumerable<HarEntry> Strays(string text) =>
    [
        TestHar.Entry("https://x.example/a/" + text.Replace('#', '_'), body: $"<p>{text}</p><script>var x = '{text}';</script>", response: [new("x-debug", text)]),
        TestHar.Entry($"https://x.example/?q={text}", body: new JsonObject { ["message"] = $"saw {text}!", [text] = 1 }.ToJsonString(), type: "application/json", form: text, postType: "text/plain"),
    ];

    private static IEnumerable<HarEntry> Journey() =>
    [
        TestHar.Entry($"https://idp.example/authorize?client_id=portal-client&redirect_uri=https%3A%2F%2Fportal.example%2Fcb&scope=openid%20email&state={Uri.EscapeDataString(State)}&nonce={Nonce}&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&login_hint={Uri.EscapeDataString(User)}",
            302, location: $"/login?returnUrl={Uri.EscapeDataString($"/authorize/callback?state={Uri.EscapeDataString(State)}")}"),
        TestHar.Entry("https://idp.example/login", body: $$"""
            <form><input value='{{WebUtility.HtmlEncode(State)}}' type=hidden name="state"><input type="hidden" name="__RequestVerificationToken" value="{{Hidden}}"/>
            <script>var config = {"nonce":"{{Nonce}}", state: '{{State}}'}; var b = atob("{{Convert.ToBase64String(Encoding.UTF8.GetBytes($"[\"{State}\"]"))}}");</script>
            <a href="/forgot?a=1&amp;state={{Uri.EscapeDataString(State)}}">Forgot your password?</a>
            """),
        TestHar.Entry("https://idp.example/login", 302, form: $"username={Uri.EscapeDataString(User)}&password={WebUtility.UrlEncode(Password)}&__RequestVerificationToken={Hidden}&state={Uri.EscapeDataString(State)}",
            postType: "application/x-www-form-urlencoded; charset=UTF-8", request: [new("referer", $"https://idp.example/login?state={Uri.EscapeDataString(State).ToLowerInvariant()}")],
            response: [new("set-cookie", $"sid={Cookie}; Path=/; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT")], location: $"https://portal.example/cb?code={Code}&state={Uri.EscapeDataString(State)}"),
        TestHar.Entry("https://idp.example/mfa", form: $"--B\r\nContent-Disposition: form-data; name=\"otp\"\r\n\r\n{OneTimeCode}\r\n--B\r\nContent-Disposition: form-data; name=\"password\"\r\nContent-Type: text/plain\r\n\r\n{Password}\r\n--B--",
            postType: "multipart/form-data; boundary=B", request: [new("cookie", $"theme=dark; sid={Cookie}")]),
        TestHar.Entry($"https://portal.example/cb?code={Code}&state={State.Replace("+", "%2b", StringComparison.Ordinal)}", request: [new("cookie", $"sid={Cookie}")]),
        TestHar.Entry("https://idp.example/token", form: $"grant_type=authorization_code&code={Code}&code_verifier={Verifier}&client_id=portal-client&redirect_uri=https%3A%2F%2Fportal.example%2Fcb",
            body: $$"""{"access_token":"{{Access}}","id_token":"{{Id}}","token_type":"Bearer","expires_in":300}""", type: "application/json",
            request: [new("authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("portal-client:" + ClientSecret))}")]),
        TestHar.Entry("https://idp.example/userinfo", body: $$"""{"sub":"auth0|5f7c8ec7c33c6c004bbafe82","email":"{{User}}"}""", type: "application/json", request: [new("authorization", $"Bearer {Access}")]),
        TestHar.Entry("https://idp.example/authorize", 302, location: $"https://portal.example/cb#id_token={Id}&access_token={Access}&state={Uri.EscapeDataString(State)}"),
        TestHar.Entry("https://portal.example/acs", form: $"SAMLResponse={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(Saml)))}&RelayState={Uri.EscapeDataString(State)}"),
        TestHar.Entry("https://idp.example/logout?id_token_hint=" + Id, body: $$"""{"error":"server_error","error_description":"user {{User}} has no session","code":"invalid_user_password"}""", type: "application/json"),
    ];

    private const string Saml = $"""
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" InResponseTo="_a1" Destination="https://portal.example/acs"><Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion">
        <Subject><NameID>{User}</NameID></Subject><AuthnStatement SessionIndex="_idx0460abcdef"/><AttributeStatement><Attribute Name="mail"><AttributeValue>{User}</AttributeValue></Attribute></AttributeStatement>
        <SignatureValue>bm90LWEtc2lnbmF0dXJlLWJ1dC1sb25nLWVub3VnaC0wNDYx</SignatureValue></Assertion></samlp:Response>
        """;
}
