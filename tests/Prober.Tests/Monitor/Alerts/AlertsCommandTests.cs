using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Commands;

namespace Prober.Tests.Monitor.Alerts;

[Platform(Exclude = "Win")]
public sealed class AlertsCommandTests
{
    private DirectoryInfo _folder = null!;

    private string Said => Path.Combine(_folder.FullName, "said");

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("prober-alerts-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_test_and_its_end_go_through_every_channel()
    {
        Assert.That(await TestAsync($$"""PROBER_ALERT_COMMAND=["/bin/sh", "-c", "cat >> {{Said}}; echo >> {{Said}}"]"""), Is.EqualTo(ExitCode.Success));
        var lines = (await File.ReadAllLinesAsync(Said)).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.That(lines.Select(line => (string?)line["status"]), Is.EqualTo(new[] { "firing", "resolved" }));
        Assert.That(lines.Select(line => (string?)line["key"]).Distinct(), Has.Exactly(1).Items);
        Assert.That((string?)lines[0]["summary"], Is.EqualTo("This is a test of Prober's alerts; nothing is broken."));
    }

    [Test]
    public async Task A_channel_that_refuses_is_our_own_fault_and_the_others_are_tried() => Assert.That(
        (await TestAsync($$"""
            PROBER_ALERT_COMMAND=["/bin/sh", "-c", "exit 1"]
            PROBER_OPERATOR_COMMAND=["/bin/sh", "-c", "cat >> {{Said}}"]
            """), File.Exists(Said)), Is.EqualTo((ExitCode.ProberFault, true)));

    [Test]
    public async Task Without_a_channel_and_with_a_wrong_one_nothing_is_sent()
    {
        Assert.That(await TestAsync(""), Is.EqualTo(ExitCode.Usage));
        Assert.That(await TestAsync("PROBER_OPERATOR_SLACK=nowhere"), Is.EqualTo(ExitCode.Usage));
    }

    private Task<int> TestAsync(string variables)
    {
        var file = Path.Combine(_folder.FullName, "prober.env");
        File.WriteAllText(file, variables);
        return ProberCommandLine.RunAsync(["alerts", "test", "--env-file", file], default);
    }
}
