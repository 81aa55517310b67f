using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Monitor;

/// <summary>From a login that breaks to the message that says so, and back: a real journey, a real fault, a real receiver.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class AlertTests
{
    [Test]
    public async Task A_failing_journey_opens_an_incident_with_its_headline_and_a_passing_one_resolves_it_by_the_same_key()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var healthy = await MonitoredLab.StartAsync(MonitoredLab.Often);
        await using var lab = await MonitoredLab.StartAsync(MonitoredLab.Often, new LabOptions { Fault = Fault.ProviderUnavailable });
        // The repair is the healthy lab's addresses in the scenario's place.
        var repaired = (await File.ReadAllLinesAsync(healthy.EnvironmentFile)).Select(line => line.Replace("PROBER_LAB_", "PROBER_REPAIRED_", StringComparison.Ordinal));
        await File.AppendAllLinesAsync(lab.EnvironmentFile, [.. repaired, $"PROBER_ALERT_WEBHOOK={receiver.Address}"]);
        await using var serve = ServeHere.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data());

        var opened = (await receiver.GotAsync(1))[0];
        Assert.That((Text(opened, "status"), Text(opened, "kind"), Text(opened, "check"), Text(opened, "reason"), Text(opened, "fault")),
            Is.EqualTo(("firing", "opened", "login-prompt-idp-available", "server-error", "identity-provider")));
        Assert.That(Text(opened, "title"), Does.StartWith("Login broken: ").And.Contain("503"));
        Assert.That(opened["scenarios"]!.AsArray().Select(scenario => (string?)scenario), Is.EqualTo(new[] { "portal" }));
        Assert.That(Text(opened, "remedy"), Is.Not.Empty);
        Assert.That(await serve.GetAsync(Text(opened, "report")![1..]), Does.Contain("<html").And.Contain("503"), "the report of the run that opened it");

        lab.Write(MonitoredLab.Text("15s").Replace("PROBER_LAB_", "PROBER_REPAIRED_", StringComparison.Ordinal));
        var resolved = (await receiver.GotAsync(2))[1];
        Assert.That((Text(resolved, "status"), Text(resolved, "kind"), Text(resolved, "key")), Is.EqualTo(("resolved", "resolved", Text(opened, "key"))));
        Assert.That(Text(resolved, "title"), Does.StartWith("Login works again: "));
        Assert.That((await receiver.GotAsync(2)).Count, Is.EqualTo(2), "nothing else was told");
        Assert.That(opened.ToJsonString() + resolved.ToJsonString(), Does.Not.Contain("correct-horse-battery"));
    }

    private static string? Text(JsonNode message, string name) => (string?)message[name];
}
