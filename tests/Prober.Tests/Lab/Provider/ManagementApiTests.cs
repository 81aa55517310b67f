using System.Net;
using NUnit.Framework;
using Prober.Lab;
using Prober.Lab.Hosting;
using Prober.Providers;

namespace Prober.Tests.Lab.Provider;

/// <summary>The lab answers its management API as the client for the real one expects it.</summary>
public sealed class ManagementApiTests
{
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();

    [Test]
    public async Task Log_user_and_settings_of_a_login_are_read()
    {
        await using var lab = await StartAsync(new LabOptions());
        await LogInAsync(lab);
        using var http = Client();
        var witnesses = Witnesses(lab, http);

        var log = (await witnesses.Log.ReadAsync(Question with { Awaited = [new("portal", _started)] }, CancellationToken.None)).Value!;
        var user = (await witnesses.Users.ReadAsync(new UserQuestion { Username = "alice@example.com", Subject = "auth0|alice" }, CancellationToken.None)).Value!.Records.Single();
        var settings = (await witnesses.Configuration.ReadAsync(new() { ClientIds = ["portal", "billing"], Connection = "Username-Password-Authentication" }, CancellationToken.None)).Value!;

        Assert.That(log.Events.Select(entry => (entry.Code, entry.ClientId)), Does.Contain(("s", "portal")));
        Assert.That(log.Events[0].Connection, Is.EqualTo("Username-Password-Authentication"));
        Assert.That(log.IsComplete, Is.True);
        Assert.That((user.Id, user.EmailVerified, user.Identities.Single().Connection), Is.EqualTo(("auth0|alice", (bool?)true, "Username-Password-Authentication")));
        Assert.That(user.LastLogin, Is.GreaterThanOrEqualTo(_started));
        Assert.That(settings.Problems, Is.Empty);
        Assert.That(settings.Clients.Select(client => client.Connections!.Single()), Is.All.EqualTo("Username-Password-Authentication"));
        Assert.That(settings.Clients[0].CallbackUrls, Is.EqualTo(new[] { new Uri(lab.Portal, "/signin-oidc").AbsoluteUri }));
        Assert.That((settings.Session!.Idle, settings.Session.Absolute), Is.EqualTo(((TimeSpan?)TimeSpan.FromDays(3), (TimeSpan?)TimeSpan.FromDays(7))));
        Assert.That((settings.CustomLoginTemplate, settings.Pipeline!.Count), Is.EqualTo(((bool?)false, 0)));
    }

    [Test]
    public async Task Entries_show_late_and_are_waited_for()
    {
        await using var lab = await StartAsync(new LabOptions { LogLag = TimeSpan.FromSeconds(1) });
        await LogInAsync(lab);
        using var http = Client();

        var log = (await Witnesses(lab, http).Log.ReadAsync(Question with { Awaited = [new("portal", _started)] }, CancellationToken.None)).Value!;

        Assert.That(log.Events, Is.Not.Empty);
        Assert.That(log.Waited, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task A_wrong_secret_gets_no_token()
    {
        await using var lab = await StartAsync(new LabOptions());
        using var http = Client();

        Assert.That((await Witnesses(lab, http, "wrong").Log.ReadAsync(Question, CancellationToken.None)).Missing, Does.EndWith("gave the management client no token: 401, Unauthorized"));
    }

    [Test]
    public async Task A_missing_scope_is_refused_in_Auth0s_words()
    {
        await using var lab = await StartAsync(new LabOptions { ManagementScopes = ["read:clients", "read:connections"] });
        using var http = Client();
        var witnesses = Witnesses(lab, http);

        Assert.That((await witnesses.Log.ReadAsync(Question, CancellationToken.None)).Missing, Does.Contain("403, Insufficient scope, expected any of: read:logs"));
        var settings = (await witnesses.Configuration.ReadAsync(new() { ClientIds = ["portal"] }, CancellationToken.None)).Value!;
        Assert.That((settings.Clients.Count, settings.Session), Is.EqualTo((1, (Prober.Evidence.Provider.Configuration.SessionLimits?)null)));
        Assert.That(settings.Problems, Has.Some.Contain("read:tenant_settings").And.Some.Contain("read:actions"));
    }

    [Test]
    public async Task A_rate_limit_is_met_and_waited_out()
    {
        await using var lab = await StartAsync(new LabOptions { ManagementRate = 4 });
        using var http = Client();

        var settings = (await Witnesses(lab, http).Configuration.ReadAsync(new() { ClientIds = ["portal"] }, CancellationToken.None)).Value!;

        Assert.That(settings.Problems, Is.Empty, "seven questions at four a second");
        Assert.That(settings.Clients, Has.Count.EqualTo(1));
    }

    [TestCase("/api/v2/logs", null, HttpStatusCode.Unauthorized)]
    [TestCase("/api/v2/logs", "Bearer stranger", HttpStatusCode.Unauthorized)]
    public async Task Strangers_are_refused(string path, string? authorization, HttpStatusCode status)
    {
        await using var lab = await StartAsync(new LabOptions());
        using var http = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(lab.IdentityProvider, path));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.Contains("x-ratelimit-remaining"), Is.True);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"statusCode\":401"));
    }

    private LogQuestion Question => new()
    {
        From = _started.AddMinutes(-1),
        To = _started.AddMinutes(5),
        ClientIds = ["portal"],
        Username = "alice@example.com",
        Patience = TimeSpan.FromSeconds(20),
    };

    private static Task<LabHost> StartAsync(LabOptions options) => LabHost.StartAsync(options, CancellationToken.None);

    private static HttpClient Client() => new(LoopbackHandler.Create()) { Timeout = TimeSpan.FromSeconds(10) };

    private static ProviderWitnesses Witnesses(LabHost lab, HttpClient http, string? secret = null) => ProviderWitnesses.Of(
        new ManagementAccess
        {
            Kind = "auth0",
            Issuer = lab.IdentityProvider.AbsoluteUri,
            ClientId = lab.Variables["PROBER_LAB_MANAGEMENT_CLIENT"],
            ClientSecret = secret ?? lab.Variables["PROBER_LAB_MANAGEMENT_SECRET"],
        },
        http,
        TimeProvider.System)!;

    private static async Task LogInAsync(LabHost lab)
    {
        using var visit = new Visit();
        await visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
    }
}
