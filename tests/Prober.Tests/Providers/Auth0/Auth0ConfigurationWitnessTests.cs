using NUnit.Framework;
using Prober.Evidence.Provider.Configuration;
using Prober.Providers;

namespace Prober.Tests.Providers.Auth0;

public sealed class Auth0ConfigurationWitnessTests
{
    private static readonly ConfigurationQuestion Question = new() { ClientIds = ["portal-client"], Organizations = ["acme"] };

    [Test]
    public async Task All_that_a_login_depends_on_is_read()
    {
        var configuration = (await Witness(Healthy()).ReadAsync(Question, CancellationToken.None)).Value!;

        Assert.That(configuration.Problems, Is.Empty);
        var (client, connection) = (configuration.Clients.Single(), configuration.Connections.Single());
        Assert.That(client.CallbackUrls, Is.EqualTo(new[] { "https://portal.example.com/signin-oidc" }));
        Assert.That(client.Connections, Is.EqualTo(new[] { "Username-Password-Authentication" }));
        Assert.That(
            (connection.Strategy, connection.CustomDatabase, connection.ImportMode, connection.SignUpDisabled),
            Is.EqualTo(("auth0", (bool?)true, (bool?)true, (bool?)true)));
        Assert.That(configuration.Session, Is.EqualTo(new SessionLimits(TimeSpan.FromMinutes(90), TimeSpan.FromHours(168), false)), "minutes go before hours");
        Assert.That(configuration.AllowedLogoutUrls, Is.EqualTo(new[] { "https://www.example.com/" }));
        Assert.That(configuration.Pipeline, Is.EqualTo(new[] { new PipelineStep("Add groups", "action", true), new PipelineStep("Old rule", "rule", false) }));
        Assert.That(configuration.Organizations.Single().Connections, Is.EqualTo(new[] { "Username-Password-Authentication" }));
        Assert.That(configuration.CustomLoginTemplate, Is.False);
    }

    [Test]
    public async Task Connections_of_a_client_come_by_checkpoint()
    {
        var connection = Recorded.Text("auth0-connection.json");
        var api = Healthy()
            .Get("/api/v2/clients/portal-client/connections?take=100", $$"""{ "connections": [{{connection}}], "next": "c2" }""")
            .Get("/api/v2/clients/portal-client/connections?take=100&from=c2", """{ "connections": [{ "id": "con_2", "name": "google-oauth2", "strategy": "google-oauth2", "options": { "email": true, "profile": true } }] }""");

        var configuration = (await Witness(api).ReadAsync(Question, CancellationToken.None)).Value!;

        Assert.That(configuration.Clients.Single().Connections, Is.EqualTo(new[] { "Username-Password-Authentication", "google-oauth2" }));
        var social = configuration.Connections[1];
        Assert.That(social.DeveloperKeys, Is.True, "a social connection without a client of the tenant's own");
        Assert.That(social.Scopes, Is.EqualTo(new[] { "email", "profile" }));
    }

    [Test]
    public async Task An_older_tenant_tells_by_enabled_clients()
    {
        var api = Healthy()
            .Get("/api/v2/clients/portal-client/connections", FakeApi.Answer(404, "{}"))
            .Get("/api/v2/connections", $$"""[{{Recorded.Text("auth0-connection.json")}}, { "id": "con_2", "name": "other", "strategy": "oidc", "enabled_clients": [] }]""");

        var configuration = (await Witness(api).ReadAsync(Question, CancellationToken.None)).Value!;

        Assert.That(configuration.Clients.Single().Connections, Is.EqualTo(new[] { "Username-Password-Authentication" }));
        Assert.That(configuration.Connections.Select(connection => connection.Name), Is.EqualTo(new[] { "Username-Password-Authentication", "other" }));
    }

    [Test]
    public async Task A_missing_scope_costs_its_part_alone()
    {
        var api = Healthy().Get("/api/v2/tenants/settings", FakeApi.Forbidden("read:tenant_settings"));

        var configuration = (await Witness(api).ReadAsync(Question, CancellationToken.None)).Value!;

        Assert.That(configuration.Problems.Single(), Does.Contain("the tenant's settings").And.Contain("read:tenant_settings"));
        Assert.That((configuration.Session, configuration.AllowedLogoutUrls), Is.EqualTo(((SessionLimits?)null, (IReadOnlyList<string>?)null)), "null, not empty: it is not known");
        Assert.That(configuration.Clients, Has.Count.EqualTo(1));
    }

    [TestCase(200, true)]
    [TestCase(404, false)]
    public async Task A_directory_connector_is_asked_whether_it_is_there(int status, bool online)
    {
        var api = Healthy()
            .Get("/api/v2/clients/portal-client/connections", """{ "connections": [{ "id": "con_ad", "name": "corp", "strategy": "ad" }] }""")
            .Get("/api/v2/connections/con_ad/status", FakeApi.Answer(status, "{}"));

        Assert.That((await Witness(api).ReadAsync(Question, CancellationToken.None)).Value!.Connections.Single().Online, Is.EqualTo(online));
    }

    [Test]
    public async Task No_scope_at_all_is_the_reason()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/", FakeApi.Forbidden("read:everything"));

        Assert.That((await Witness(api).ReadAsync(Question, CancellationToken.None)).Missing, Does.Contain("may not read"));
    }

    private static IConfigurationWitness Witness(FakeApi api) => Recorded.Witnesses("auth0", "https://login.example.com/", api).Configuration;

    private static FakeApi Healthy() => new FakeApi().Token("/oauth/token")
        .Get("/api/v2/clients/portal-client?", Recorded.Text("auth0-client.json"))
        .Get("/api/v2/clients/portal-client/connections", $$"""{ "connections": [{{Recorded.Text("auth0-connection.json")}}] }""")
        .Get("/api/v2/tenants/settings", Recorded.Text("auth0-tenant.json"))
        .Get("/api/v2/actions/triggers/post-login/bindings", Recorded.Text("auth0-bindings.json"))
        .Get("/api/v2/rules", """[{ "id": "rul_1", "name": "Old rule", "enabled": false }]""")
        .Get("/api/v2/organizations/name/acme", """{ "id": "org_1", "name": "acme" }""")
        .Get("/api/v2/organizations/org_1/enabled_connections", """[{ "connection_id": "con_1", "connection": { "name": "Username-Password-Authentication", "strategy": "auth0" } }]""");
}
