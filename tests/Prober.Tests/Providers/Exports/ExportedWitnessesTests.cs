using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Providers;

namespace Prober.Tests.Providers.Exports;

public sealed class ExportedWitnessesTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("prober-tests-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public void An_array_a_wrapped_array_and_lines_are_the_same_log()
    {
        var array = Recorded.Text("auth0-logs.json");
        var lines = string.Join('\n', JsonNode.Parse(array)!.AsArray().Select(entry => entry!.ToJsonString()));

        var logs = new[] { array, $$"""{ "start": 0, "logs": {{array}} }""", lines }.Select(text => ExportedWitnesses.Log("auth0", FileOf(text), null)).ToList();

        Assert.That(logs.Select(log => string.Join(' ', log.Events.Select(entry => entry.Code))), Is.All.EqualTo("s feacft a_code_of_next_year flo"));
        Assert.That(logs.Select(log => log.Source), Is.All.EqualTo("export.json"));
    }

    [TestCase("okta", "okta-logs.json", "user.session.start app.generic.unauth_app_access_attempt")]
    [TestCase("keycloak", "keycloak-events.json", "LOGIN LOGIN LOGIN_ERROR")]
    [TestCase("entra", "entra-signins.json", "50105")]
    public void Each_vendor_reads_its_own_export(string kind, string file, string codes) =>
        Assert.That(string.Join(' ', ExportedWitnesses.Log(kind, Recorded.PathOf(file), null).Events.Select(entry => entry.Code)), Is.EqualTo(codes));

    [Test]
    public void A_window_cuts_the_log_and_tells_whether_it_is_covered()
    {
        var cut = ExportedWitnesses.Log("keycloak", Recorded.PathOf("keycloak-events.json"), (Recorded.From, Recorded.To));

        Assert.That(cut.Events, Has.Count.EqualTo(2));
        Assert.That(cut.IsComplete, Is.False, "nothing in the file is later than the window");
    }

    [TestCase("[\n  { \"date\": \"2026-03-12T10:15:04Z\", \"type\": \"s\" },\n  { \"date\": \"2026-03-12T10:15:04Z\" }\n]", 3, "expected an Auth0 log entry with a text under \"type\"")]
    [TestCase("{ \"total\": 1,\n  \"logs\": [\n    { \"type\": \"s\", \"date\": \"yesterday\" } ] }", 3, "expected an Auth0 log entry with a time under \"date\"")]
    [TestCase("{ \"date\": \"2026-03-12T10:15:04Z\", \"type\": \"s\" }\nfoo", 2, "expected JSON: an array of objects, or one object a line")]
    [TestCase("[\n\n 17 ]", 3, "expected an object, found a number")]
    [TestCase("  \n", 1, "expected JSON, found an empty file")]
    public void A_mistake_is_told_with_its_line_and_no_value(string text, int line, string reason)
    {
        var wrong = Assert.Throws<ExportFormatException>(() => ExportedWitnesses.Log("auth0", FileOf(text), null));

        Assert.That(wrong?.Message, Is.EqualTo($"export.json:{line}: {reason}"));
    }

    [Test]
    public void A_file_that_is_not_there_is_the_reason_in_a_live_run() =>
        Assert.That(
            ExportedWitnesses.AsPart(() => ExportedWitnesses.Users("auth0", Path.Combine(_folder.FullName, "users.json"), Recorded.To)).Missing,
            Is.EqualTo("users.json: expected a file that can be read, but it cannot (FileNotFoundException)"));

    [Test]
    public void A_kind_that_is_not_known_is_refused() => Assert.That(
        Assert.Throws<ExportFormatException>(() => ExportedWitnesses.Log("adfs", FileOf("[]"), null))?.Message,
        Is.EqualTo("export.json: exports of provider kind adfs are not known; those of auth0, keycloak, okta, entra are"));

    [Test]
    public void A_user_is_read_alone_or_in_a_list()
    {
        var one = ExportedWitnesses.Users("auth0", Recorded.PathOf("auth0-user.json"), Recorded.To);
        var list = ExportedWitnesses.Users("auth0", FileOf($"[{Recorded.Text("auth0-user.json")}]"), Recorded.To);

        Assert.That(list.Records.Single().Id, Is.EqualTo(one.Records.Single().Id));
    }

    [Test]
    public void Settings_are_put_together_from_pasted_answers()
    {
        var pasted = string.Join('\n', new[] { "auth0-client.json", "auth0-connection.json", "auth0-tenant.json" }.Select(name => JsonNode.Parse(Recorded.Text(name))!.ToJsonString()));

        var configuration = ExportedWitnesses.Configuration("auth0", FileOf(pasted));

        Assert.That(configuration.Clients.Single().Connections, Is.EqualTo(new[] { "Username-Password-Authentication" }));
        Assert.That(configuration.Session!.Idle, Is.EqualTo(TimeSpan.FromMinutes(90)));
        Assert.That(configuration.Pipeline, Is.Null, "nothing was said of actions and rules");
    }

    [Test]
    public void A_realm_export_is_read_whole()
    {
        var configuration = ExportedWitnesses.Configuration("keycloak", Recorded.PathOf("keycloak-realm.json"));

        Assert.That((configuration.Clients.Single().ClientId, configuration.Connections.Single().Name), Is.EqualTo(("portal-client", "corporate")));
    }

    private string FileOf(string text)
    {
        var file = Path.Combine(_folder.FullName, "export.json");
        File.WriteAllText(file, text);
        return file;
    }
}
