using Prober.Evidence.Tokens;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist;

/// <summary>The healthy journey with the login at a provider behind the provider: broker, upstream page, credentials there, and back.</summary>
internal static class FederatedFlow
{
    public const string Upstream = "https://upstream.localhost:7005";
    public const string BrokerCallback = HealthyFlow.Provider + "/login/callback";

    public static string Request { get; } =
        $"{Upstream}/authorize?client_id=broker&redirect_uri={Uri.EscapeDataString(BrokerCallback)}&response_type=code&scope=openid%20profile%20email&state={Fp("up-1")}";

    public static string Answer { get; } = $"{BrokerCallback}?code={Fp("up-code")}&state={Fp("up-1")}";

    public static EvidenceBuilder Begin(bool live = true) => (live ? EvidenceBuilder.Live() : EvidenceBuilder.Har())
        .Expect(expected => expected with { Provider = expected.Provider with { UpstreamHosts = ["upstream.localhost:7005"] } })
        .Remove("identifier-page", "asset", "identifier-post", "password-page", "password-post")
        .Change("authorize", step => step.Redirect(Request))
        .InsertAfter("authorize",
            new EvidenceStep("upstream-request", "GET", Request, 302).From("cross-site").Redirect($"/login?state={Fp("up-1")}"),
            new EvidenceStep("upstream-page", "GET", $"{Upstream}/login?state={Fp("up-1")}", 200) { Body = HealthyFlow.PasswordHtml }.From("cross-site"),
            new EvidenceStep("upstream-post", "POST", $"{Upstream}/login?state={Fp("up-1")}", 302) { Form = "username=probe%40example.com&password=***" }
                .From("same-origin").Redirect(Answer),
            new EvidenceStep("broker-callback", "GET", Answer, 302).From("cross-site").Redirect($"/authorize/resume?state={Fp("idp-1")}")
                .Sets($"auth0={Fp("session")}; max-age=259200; path=/; secure; samesite=none; httponly"));

    /// <summary>The answer goes by form post with an ID token that the recording can read.</summary>
    public static EvidenceBuilder WithUpstreamToken(params IReadOnlyList<(string Name, string Value)> claims)
    {
        var builder = Begin();
        return builder.Token(new()
        {
            Kind = TokenKind.Id,
            Place = TokenPlace.FormPost,
            Entry = builder.IndexOf("broker-callback"),
            SeenAt = new DateTimeOffset(2026, 1, 1, 10, 0, 0, 600, TimeSpan.Zero),
            Claims = new System.Text.Json.Nodes.JsonObject(claims.Select(claim =>
                KeyValuePair.Create<string, System.Text.Json.Nodes.JsonNode?>(claim.Name, claim.Value)).Append(new("sub", Fp("up-sub")))),
            Length = 800,
        });
    }
}
