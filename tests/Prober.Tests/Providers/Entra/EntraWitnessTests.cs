using NUnit.Framework;
using Prober.Providers;

namespace Prober.Tests.Providers.Entra;

public sealed class EntraWitnessTests
{
    private const string Principal = "9f5e0a3a-0000-4000-8000-123456789abc";

    [Test]
    public async Task Sign_ins_are_read_page_by_page()
    {
        var api = Api().Get("/v1.0/auditLogs/signIns?$filter", Recorded.Text("entra-signins.json"))
            .Get("/v1.0/auditLogs/signIns?$skiptoken=2", """{ "value": [{ "id": "2", "createdDateTime": "2026-03-12T10:15:09Z", "status": { "errorCode": 0 } }] }""");

        var log = (await Witnesses(api).Log.ReadAsync(Recorded.Log, CancellationToken.None)).Value!;

        Assert.That(log.Events.Select(entry => (entry.Code, entry.Outcome)), Is.EqualTo(new (string, string?)[] { ("50105", "failure"), ("0", "success") }));
        Assert.That(log.Events[0].Description, Does.Contain("not assigned to a role"));
        Assert.That(log.Events[0].Correlation, Is.EqualTo("d79f5bee-5860-4832-928f-3133e22ae912"));
        Assert.That(api.Asked[0], Is.EqualTo("/contoso/oauth2/v2.0/token"));
        Assert.That(api.Forms.Single(), Does.Contain("scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"));
        Assert.That(api.Asked[1], Does.Contain("createdDateTime ge 2026-03-12T10:14:00Z").And.Contain("userPrincipalName eq 'alice@example.com'"));
    }

    [Test]
    public async Task A_switched_off_account_is_blocked()
    {
        var api = Api().Get("/v1.0/users/alice@example.com", Recorded.Text("entra-user.json"));

        var record = (await Witnesses(api).Users.ReadAsync(new UserQuestion { Username = "alice@example.com", Subject = "pairwise" }, CancellationToken.None)).Value!.Records.Single();

        Assert.That(record.Blocked, Is.True);
        Assert.That((string?)record.Attributes["department"], Is.EqualTo("accounting"));
        Assert.That(api.Asked, Has.None.Contain("pairwise"));
    }

    [TestCase("""{ "value": [{ "id": "a" }] }""", true)]
    [TestCase("""{ "value": [] }""", null)]
    public async Task An_assignment_of_the_account_is_seen_and_a_missing_one_may_be_by_group(string assignments, bool? assigned)
    {
        var api = Api().Get("/v1.0/servicePrincipals", Recorded.Text("entra-principal.json")).Get($"/v1.0/users/alice@example.com/appRoleAssignments?$filter=resourceId eq {Principal}", assignments);

        var client = (await Witnesses(api).Configuration.ReadAsync(new() { ClientIds = ["portal-client"], Username = "alice@example.com" }, CancellationToken.None)).Value!.Clients.Single();

        Assert.That((client.AccountAssigned, client.Enabled), Is.EqualTo((assigned, (bool?)true)));
    }

    [Test]
    public async Task Graphs_words_for_a_missing_permission_are_the_reason()
    {
        var api = Api().Get("/v1.0/auditLogs", FakeApi.Answer(403, """{ "error": { "code": "Authorization_RequestDenied", "message": "Insufficient privileges to complete the operation." } }"""));

        Assert.That((await Witnesses(api).Log.ReadAsync(Recorded.Log, CancellationToken.None)).Missing, Does.Contain("Insufficient privileges"));
    }

    private static ProviderWitnesses Witnesses(FakeApi api) => Recorded.Witnesses("entra", "https://login.microsoftonline.com/contoso/v2.0", api);

    private static FakeApi Api() => new FakeApi().Token("/contoso/oauth2/v2.0/token");
}
