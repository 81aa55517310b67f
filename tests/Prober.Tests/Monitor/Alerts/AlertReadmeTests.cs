using NUnit.Framework;
using Prober.Commands;
using Prober.Monitor.Alerts;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>What the README says of channels is what there is.</summary>
public sealed class AlertReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Golden.Root(), "README.md"));

    [Test]
    public void Every_channel_has_its_line() =>
        Assert.That(AlertChannels.Names.Where(name => !Readme.Contains($"| `{AlertRoutes.TargetPrefix}_{name}=", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Every_example_is_taken()
    {
        var lines = Readme.Split('\n').Where(line => line.StartsWith($"| `{AlertRoutes.TargetPrefix}_", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        var mail = Readme.Split("```\n").Single(block => block.Contains($"\n{AlertRoutes.TargetPrefix}_MAIL_SERVER=", StringComparison.Ordinal) && block.StartsWith('#')).Split('\n');
        var text = string.Join('\n', lines.Where(line => !line.Contains("_MAIL_", StringComparison.Ordinal)).Concat(mail));
        var channels = AlertChannels.Of(ScenarioVariables.Of(EnvironmentFile.Parse(text, "README.md")), AlertRoutes.TargetPrefix, new HttpClient(), TimeProvider.System);
        Assert.That(channels, Has.Count.EqualTo(AlertChannels.Names.Count));
    }

    [Test]
    public void Every_option_has_its_place()
    {
        var names = ServeCommand.Create().Options.Select(option => option.Name).Where(name => name is "--public-url" or "--alert-after" or "--resolve-after" or "--remind" or "--flapping" or "--steady").ToList();
        Assert.That(names, Has.Count.EqualTo(6));
        Assert.That(names.Where(name => !Readme.Contains($"`{name} ", StringComparison.Ordinal)), Is.Empty);
    }
}
