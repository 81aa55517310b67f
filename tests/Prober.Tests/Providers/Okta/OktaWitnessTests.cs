using NUnit.Framework;
using Prober.Evidence.Provider.Users;
using Prober.Providers;

namespace Prober.Tests.Providers.Okta;

public sealed class OktaWitnessTests
{
    [Test]
    public async Task The_system_log_is_read_along_its_links()
    {
        var api = new FakeApi().Get(
            "/api/v1/logs",
            FakeApi.Answer(200, Recorded.Text("okta-logs.json"), ("Link", "<https://acme.okta.example/api/v1/logs>; rel=\"self\""), ("Link", "<https://acme.okta.example/api/v1/logs?after=2>; rel=\"next\"")),
            FakeApi.Answer(200, "[]"));

        var log = (await Witnesses(api).Log.ReadAsync(Recorded.Log, CancellationToken.None)).Value!;

        Assert.That(log.Events.Select(entry => (entry.Code, entry.Outcome)), Is.EqualTo(new (string, string?)[]
        {
            ("user.session.start", "SUCCESS"), ("app.generic.unauth_app_access_attempt", "FAILURE: User is not assigned to the client application"),
        }));
        Assert.That((log.Events[1].ClientId, log.Events[1].User, log.Events[1].Correlation), Is.EqualTo(("portal-client", "alice@example.com", "ZfAAbBcCdDeE")));
        Assert.That(log.Events[0].User, Is.Null, "unknown is nobody");
        Assert.That(log.Events[1].Details!.ToJsonString(), Does.Not.Contain("state=abc"));
        Assert.That(api.Asked, Has.Count.EqualTo(2));
        Assert.That(api.Authorizations, Is.All.EqualTo("SSWS api-token"));
    }

    [Test]
    public async Task A_link_to_another_host_is_not_given_the_token()
    {
        var api = new FakeApi().Get("/api/v1/logs", FakeApi.Answer(200, Recorded.Text("okta-logs.json"), ("Link", "<https://elsewhere.example/api/v1/logs?after=2>; rel=\"next\"")));

        var log = (await Witnesses(api).Log.ReadAsync(Recorded.Log, CancellationToken.None)).Value!;

        Assert.That(log.Problems.Single(), Does.Contain("another host"));
        Assert.That(api.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_user_has_status_and_source()
    {
        var api = new FakeApi().Get("/api/v1/users/alice@example.com", Recorded.Text("okta-user.json"));

        var record = (await Witnesses(api).Users.ReadAsync(new UserQuestion { Username = "alice@example.com" }, CancellationToken.None)).Value!.Records.Single();

        Assert.That((record.Status, record.Blocked, record.RequiredActions.Single()), Is.EqualTo(("PASSWORD_EXPIRED", (bool?)false, "UPDATE_PASSWORD")));
        Assert.That(record.Identities.Single(), Is.EqualTo(new UserIdentity("corp.example.com", "ACTIVE_DIRECTORY", false)));
    }

    [TestCase(200, true)]
    [TestCase(404, false)]
    public async Task The_assignment_of_the_account_is_read(int status, bool assigned)
    {
        var api = new FakeApi().Get("/api/v1/users/", Recorded.Text("okta-user.json")).Get("/api/v1/apps/portal-client", Recorded.Text("okta-app.json"))
            .Get("/api/v1/apps/portal-client/users/00u1alice", FakeApi.Answer(status, "{}"));

        var client = (await Witnesses(api).Configuration.ReadAsync(new() { ClientIds = ["portal-client"], Username = "alice@example.com" }, CancellationToken.None)).Value!.Clients.Single();

        Assert.That((client.AccountAssigned, client.Enabled, client.CallbackUrls!.Single()), Is.EqualTo(((bool?)assigned, (bool?)true, "https://portal.example.com/signin-oidc")));
    }

    [Test]
    public async Task Without_a_token_that_is_the_reason()
    {
        var witnesses = Recorded.Witnesses("okta", "https://acme.okta.example/oauth2/default", new FakeApi());

        Assert.That((await witnesses.Log.ReadAsync(Recorded.Log, CancellationToken.None)).Missing, Is.EqualTo("the scenario gives no token for Okta's API"));
    }

    private static ProviderWitnesses Witnesses(FakeApi api) => Recorded.Witnesses("okta", "https://acme.okta.example/oauth2/default", api, token: "api-token");
}
