using NUnit.Framework;
using Prober.Evidence.Provider.Users;
using Prober.Providers;

namespace Prober.Tests.Providers.Auth0;

public sealed class Auth0UserWitnessTests
{
    private const string Subject = "auth0|65f01a2b3c4d5e6f70819203";

    [Test]
    public async Task Address_and_subject_lead_to_one_record()
    {
        var user = Recorded.Text("auth0-user.json");
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/users-by-email?email=alice@example.com", $"[{user}]").Get($"/api/v2/users/{Subject}", user);

        var records = (await Witness(api).ReadAsync(new UserQuestion { Username = "Alice@Example.com", Subject = Subject }, CancellationToken.None)).Value!.Records;

        var record = records.Single();
        Assert.That((record.Id, record.EmailVerified, record.Blocked, record.Logins), Is.EqualTo((Subject, (bool?)true, (bool?)true, (int?)42)));
        Assert.That(record.LastLogin, Is.EqualTo(new DateTimeOffset(2026, 3, 12, 10, 15, 4, 118, TimeSpan.Zero)));
        Assert.That(record.Identities, Is.EqualTo(new[] { new UserIdentity("Username-Password-Authentication", "auth0", false), new UserIdentity("google-oauth2", "google-oauth2", true) }));
        Assert.That(record.Attributes.Select(attribute => attribute.Key), Is.SupersetOf(new[] { "email", "name", "user_metadata", "app_metadata" }));
        Assert.That(record.Attributes.ToJsonString(), Does.Not.Contain("ya29").And.Not.Contain("203.0.113.7"));
    }

    [Test]
    public async Task Nobody_is_an_answer()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/users-by-email", "[]");

        var users = await Witness(api).ReadAsync(new UserQuestion { Username = "alice@example.com", Subject = Subject }, CancellationToken.None);

        Assert.That(users.Value!.Records, Is.Empty);
        Assert.That(users.Value.Problems, Is.Empty);
    }

    [Test]
    public async Task A_missing_scope_is_the_reason()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/users", FakeApi.Forbidden("read:users"));

        Assert.That((await Witness(api).ReadAsync(new UserQuestion { Username = "alice@example.com" }, CancellationToken.None)).Missing, Does.Contain("expected any of: read:users"));
    }

    [Test]
    public async Task A_name_that_is_no_address_is_searched_for()
    {
        var api = new FakeApi().Token("/oauth/token").Get("/api/v2/users?search_engine=v3&q=username:\"alice\"", $"[{Recorded.Text("auth0-user.json")}]");

        Assert.That((await Witness(api).ReadAsync(new UserQuestion { Username = "alice" }, CancellationToken.None)).Value!.Records, Has.Count.EqualTo(1));
    }

    private static IUserRecordWitness Witness(FakeApi api) => Recorded.Witnesses("auth0", "https://login.example.com/", api).Users;
}
