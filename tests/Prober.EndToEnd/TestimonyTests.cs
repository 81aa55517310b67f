using NUnit.Framework;
using Prober.EndToEnd.Files;
using Prober.Evidence.Bundles;
using Prober.Lab;

namespace Prober.EndToEnd;

/// <summary>The identity provider's own word on a run stands in its bundle.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class TestimonyTests
{
    [TestCase(LabScenario.ServerSide, "portal")]
    [TestCase(LabScenario.BrowserApplication, "notes")]
    public async Task A_healthy_run_holds_log_user_and_settings(LabScenario scenario, string client)
    {
        var evidence = (await LabRecording.OfAsync(scenario)).Live;

        var log = evidence.ProviderLog.Value!;
        Assert.That(log.Events.Select(entry => (entry.Code, entry.ClientId)), Does.Contain(("s", client)).And.Contain(("ssa", "billing")), evidence.ProviderLog.Missing);
        Assert.That(log.Events.Select(entry => entry.Code), Does.Contain("seacft").And.Contain("slo"));
        Assert.That((log.IsComplete, log.Problems.Count), Is.EqualTo((true, 0)));
        Assert.That(log.Waited, Is.LessThan(TimeSpan.FromSeconds(1)), "a healthy log is there at once or nearly so");

        var server = evidence.ProviderServerLogs.Value!.Single();
        Assert.That(server.Lines.Select(line => line.Text), Has.Some.Contain("Successful login"), "the server's own log file is cut to the run too");

        var user = evidence.Users.Value!.Records.Single();
        Assert.That(user.Id, Does.StartWith("~personal-"));
        Assert.That(user.LastLogin, Is.GreaterThanOrEqualTo(evidence.Run.StartedAt));

        var settings = evidence.Configuration.Value!;
        Assert.That(settings.Problems, Is.Empty);
        Assert.That(settings.Clients.Select(each => each.ClientId), Is.EqualTo(new[] { client, "billing" }));
        Assert.That(settings.Session!.Idle, Is.EqualTo(TimeSpan.FromDays(3)));
    }

    [Test]
    public async Task A_federated_login_is_logged_with_its_connection()
    {
        var evidence = (await LabRecording.OfAsync(LabScenario.Federated)).Live;

        Assert.That(evidence.ProviderLog.Value!.Events.Single(entry => entry.Code == "s").Connection, Is.EqualTo("workforce"));
        Assert.That(evidence.Configuration.Value!.Connections.Select(connection => (connection.Name, connection.Strategy)), Does.Contain(("workforce", "oidc")));
    }

    [Test]
    public async Task The_session_that_a_log_names_is_the_one_of_the_token_and_stands_nowhere_in_clear()
    {
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var run = await (await LabRecording.OfAsync(LabScenario.BrowserApplication)).PublishAsync(output.FullName);
            var stored = BundleReader.Read(run.Folder);

            var sid = (string?)stored.Tokens.Value!.First(token => token.Claims?["sid"] is not null).Claims!["sid"];
            Assert.That(stored.ProviderLog.Value!.Events.First(entry => entry.Code == "s").Correlation, Is.EqualTo(sid).And.StartsWith("fp_"));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
