using System.Text.Json;
using NUnit.Framework;
using Prober.Evidence;
using Prober.Evidence.Provider.Log;
using Prober.Providers;

namespace Prober.Tests.Providers.Auth0;

public sealed class Auth0LogWitnessTests
{
    [Test]
    public async Task Every_entry_becomes_an_event_also_one_with_a_code_of_next_year()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", Recorded.Text("auth0-logs.json"));

        var log = (await ReadAsync(api)).Value!;

        Assert.That(log.Events.Select(entry => entry.Code), Is.EqualTo(new[] { "s", "feacft", "a_code_of_next_year", "flo" }));
        Assert.That((log.IsComplete, log.Waited, log.Source), Is.EqualTo((true, TimeSpan.Zero, "api")));
        var (success, failure, logout) = (log.Events[0], log.Events[1], log.Events[3]);
        Assert.That(
            (success.ClientId, success.Connection, success.User, success.Correlation),
            Is.EqualTo(("portal-client", "Username-Password-Authentication", "alice@example.com", "0Zx9kq2WnV7bT4mR1sYd")));
        Assert.That((failure.Outcome, failure.Description), Is.EqualTo(("access_denied", "Unauthorized")));
        Assert.That(logout.Details!["allowed_logout_url"]!.ToJsonString(), Is.EqualTo("""["https://portal.example.com/signed-out"]"""));
    }

    [Test]
    public async Task Neither_address_nor_user_is_repeated_in_the_details()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", Recorded.Text("auth0-logs.json"));

        var details = (await ReadAsync(api)).Value!.Events[0].Details!.ToJsonString();

        Assert.That(details, Does.Contain("universal-login").And.Not.Contain("alice").And.Not.Contain("65f01a2b").And.Not.Contain("203.0.113.7"));
    }

    [Test]
    public async Task The_search_names_window_clients_and_account()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", "[]");

        await ReadAsync(api);

        Assert.That(api.Asked[1], Does.StartWith(
            "/api/v2/logs?q=date:[2026-03-12T10:14:00.000Z TO 2026-03-12T10:18:00.000Z] AND (client_id:(\"portal-client\") OR user_name:\"alice@example.com\")&sort=date:1&per_page=100&page=0"));
        Assert.That(api.Forms.Single(), Does.Contain("grant_type=client_credentials").And.Contain("audience=https%3A%2F%2Flogin.example.com%2Fapi%2Fv2%2F"));
        Assert.That(api.Authorizations[1], Is.EqualTo("Bearer management-token-1"));
    }

    [Test]
    public async Task Pages_are_read_to_the_last_and_beyond_a_thousand_by_checkpoint()
    {
        string[] pages = [.. Enumerable.Range(0, 10).Select(page => Page(page * 100, 100))];
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs?q", pages).Get("/api/v2/logs?from=id-0999", Page(1000, 3));

        var log = (await ReadAsync(api)).Value!;

        Assert.That(log.Events, Has.Count.EqualTo(1003));
        Assert.That(log.IsComplete, Is.True);
        Assert.That(api.Asked.Count(asked => asked.StartsWith("/api/v2/logs", StringComparison.Ordinal)), Is.EqualTo(11));
    }

    [Test]
    public async Task Late_entries_are_waited_for_and_the_wait_is_told()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", "[]", "[]", Recorded.Text("auth0-logs.json"));

        var log = (await ReadAsync(api, Recorded.Log with { Awaited = [new("portal-client", Recorded.From.AddSeconds(60))] })).Value!;

        Assert.That(log.Events, Has.Count.EqualTo(4));
        Assert.That((log.Waited, log.IsComplete), Is.EqualTo((TimeSpan.FromMilliseconds(300), true)));
    }

    [Test]
    public async Task What_never_comes_is_waited_for_until_patience_ends_and_then_its_absence_counts()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", "[]");

        var log = (await ReadAsync(api, Recorded.Log with { Awaited = [new("portal-client", Recorded.From)], Patience = TimeSpan.FromSeconds(20) })).Value!;

        Assert.That((log.Events.Count, log.Waited, log.IsComplete), Is.EqualTo((0, TimeSpan.FromSeconds(20), true)));
    }

    [Test]
    public async Task A_rate_limit_is_waited_out_by_its_header()
    {
        var time = new SkippingTime();
        var reset = time.GetUtcNow().AddSeconds(7).ToUnixTimeSeconds();
        var api = new FakeApi().Token("/oauth/token").Get(
            "/api/v2/logs",
            FakeApi.Answer(429, """{ "statusCode": 429, "error": "Too Many Requests", "message": "Global limit has been reached" }""", ("X-RateLimit-Reset", $"{reset}")),
            FakeApi.Answer(200, Recorded.Text("auth0-logs.json")));

        var log = (await ReadAsync(api, time: time)).Value!;

        Assert.That(log.Events, Has.Count.EqualTo(4));
        Assert.That(log.Waited, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task A_rate_limit_that_does_not_end_is_the_reason()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", FakeApi.Answer(429, "{}", ("Retry-After", "25")));

        Assert.That((await ReadAsync(api)).Missing, Does.Contain("limits the rate of requests"));
    }

    [Test]
    public async Task A_page_that_fails_leaves_the_log_incomplete()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/logs", FakeApi.Answer(200, Page(0, 100)), FakeApi.Answer(500, "<h1>oops</h1>"));

        var log = (await ReadAsync(api)).Value!;

        Assert.That((log.Events.Count, log.IsComplete), Is.EqualTo((100, false)));
        Assert.That(log.Problems.Single(), Does.Contain("500"));
    }

    [Test]
    public async Task A_missing_scope_is_the_reason() => Assert.That(
        (await ReadAsync(new FakeApi().Token("/oauth/token").Get("/api/v2/logs", FakeApi.Forbidden("read:logs")))).Missing,
        Is.EqualTo("the management client may not read the log: 403, Insufficient scope, expected any of: read:logs"));

    [Test]
    public async Task A_refused_client_is_the_reason_and_its_secret_is_not_told()
    {
        var api = new FakeApi().Post("/oauth/token", 401, """{ "error": "access_denied", "error_description": "Unauthorized" }""");

        Assert.That((await ReadAsync(api)).Missing, Is.EqualTo("login.example.com gave the management client no token: 401, Unauthorized"));
    }

    [Test]
    public void Access_prints_no_secret() => Assert.That(
        new ManagementAccess { Kind = "auth0", Issuer = "https://login.example.com/", ClientSecret = "management-secret", Token = "token" }.ToString(),
        Is.EqualTo("management access to auth0 at https://login.example.com/"));

    private static Task<Captured<ProviderLog>> ReadAsync(FakeApi api, LogQuestion? question = null, SkippingTime? time = null) =>
        Recorded.Witnesses("auth0", "https://login.example.com/", api, time).Log.ReadAsync(question ?? Recorded.Log, CancellationToken.None);

    private static string Page(int first, int count) => JsonSerializer.Serialize(Enumerable.Range(first, count).Select(number => new
    {
        log_id = $"id-{number:d4}",
        type = "ssa",
        date = Recorded.From.AddMilliseconds(number * 10),
        client_id = "portal-client",
    }));
}
