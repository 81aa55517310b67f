using NUnit.Framework;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Users;
using Prober.Providers;

namespace Prober.Tests.Providers.Keycloak;

public sealed class KeycloakWitnessTests
{
    private const string Admin = "/auth/admin/realms/acme";

    [Test]
    public async Task Events_of_the_window_are_read()
    {
        var api = Api().Get($"{Admin}/events/config", """{ "eventsEnabled": true }""").Get($"{Admin}/events?", Recorded.Text("keycloak-events.json"));

        var log = (await Witnesses(api).Log.ReadAsync(Recorded.Log, CancellationToken.None)).Value!;

        Assert.That(log.Events.Select(entry => entry.Code), Is.EqualTo(new[] { "LOGIN", "LOGIN_ERROR" }), "in time order, and without the one before the window");
        Assert.That((log.Events[1].Outcome, log.Events[1].ClientId, log.Events[1].User), Is.EqualTo(("invalid_redirect_uri", "portal-client", "alice@example.com")));
        Assert.That((log.Events[0].Connection, log.Events[0].Correlation), Is.EqualTo(("corporate", "9a1c7b3e-6f6f-4a7a-9c7c-1f2e3d4c5b6a")));
        Assert.That(api.Asked[0], Is.EqualTo("/auth/realms/acme/protocol/openid-connect/token"));
    }

    [Test]
    public async Task A_realm_that_saves_no_events_says_so()
    {
        var api = Api().Get($"{Admin}/events/config", """{ "eventsEnabled": false }""");

        Assert.That((await Witnesses(api).Log.ReadAsync(Recorded.Log, CancellationToken.None)).Missing, Does.StartWith("the realm does not save user events"));
    }

    [Test]
    public async Task A_user_comes_with_required_actions_and_identities()
    {
        var api = Api()
            .Get($"{Admin}/users?", Recorded.Text("keycloak-user.json"))
            .Get($"{Admin}/users/f3a1b2c4-aaaa-4bbb-8ccc-0123456789ab/federated-identity", """[{ "identityProvider": "corporate", "userId": "77", "userName": "alice" }]""");

        var record = (await Witnesses(api).Users.ReadAsync(new UserQuestion { Username = "alice@example.com" }, CancellationToken.None)).Value!.Records.Single();

        Assert.That(record.RequiredActions, Is.EqualTo(new[] { "UPDATE_PASSWORD" }));
        Assert.That(record.Identities, Is.EqualTo(new[] { new UserIdentity("corporate", "corporate", false) }));
        Assert.That((record.Blocked, record.EmailVerified, record.CreatedAt), Is.EqualTo(((bool?)false, (bool?)true, (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(1700000000000))));
        Assert.That(record.Attributes["department"]!.ToJsonString(), Is.EqualTo("""["accounting"]"""));
        Assert.That(api.Asked, Has.Some.EndsWith("/users?email=alice@example.com&exact=true").And.Some.EndsWith("/users?username=alice@example.com&exact=true"));
    }

    [Test]
    public async Task Realm_client_and_identity_provider_are_read()
    {
        var realm = Recorded.Text("keycloak-realm.json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(realm)!;
        var api = Api().Get(Admin, realm).Get($"{Admin}/clients?clientId=portal-client", json["clients"]!.ToJsonString())
            .Get($"{Admin}/identity-provider/instances", json["identityProviders"]!.ToJsonString());

        var configuration = (await Witnesses(api).Configuration.ReadAsync(new() { ClientIds = ["portal-client"] }, CancellationToken.None)).Value!;

        Assert.That(configuration.Session, Is.EqualTo(new SessionLimits(TimeSpan.FromMinutes(30), TimeSpan.FromHours(10), false)));
        Assert.That(configuration.Clients.Single().Enabled, Is.False);
        Assert.That(configuration.Clients.Single().AllowedLogoutUrls, Is.EqualTo(new[] { "https://portal.example.com/signin-oidc", "https://portal.example.com/signed-out" }));
        Assert.That(configuration.Connections.Single().Scopes, Is.EqualTo(new[] { "openid", "email" }));
    }

    private static ProviderWitnesses Witnesses(FakeApi api) => Recorded.Witnesses("keycloak", "https://id.example.com/auth/realms/acme", api);

    private static FakeApi Api() => new FakeApi().Token("/auth/realms/acme/protocol/openid-connect/token");
}
