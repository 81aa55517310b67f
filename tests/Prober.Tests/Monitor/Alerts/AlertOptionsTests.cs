using System.CommandLine;
using NUnit.Framework;
using Prober.Commands;
using Prober.Monitor.Alerts;

namespace Prober.Tests.Monitor.Alerts;

public sealed class AlertOptionsTests
{
    [Test]
    public void Each_rule_has_its_option() => Assert.That(
        Read("--alert-after 3 --resolve-after 2 --remind 4h --flapping 5 --steady 30m"),
        Is.EqualTo(new AlertRules { OpenAfter = 3, ResolveAfter = 2, RemindEvery = TimeSpan.FromHours(4), FlapsAfter = 5, SteadyAfter = TimeSpan.FromMinutes(30) }));

    [Test]
    public void Without_options_the_rules_are_the_usual_ones() => Assert.That(Read(""), Is.EqualTo(new AlertRules()));

    [TestCase("--remind soon", "--remind soon: expected a duration of a minute or more, such as 5m, 2h or 3d")]
    [TestCase("--steady 5s", "--steady 5s: expected a duration of a minute or more, such as 5m, 2h or 3d")]
    [TestCase("--alert-after 0", "--alert-after: expected 1 or more")]
    [TestCase("--flapping -1", "--flapping: expected 0 or more")]
    public void A_value_that_is_none_is_refused(string arguments, string message) => Assert.That(() => Read(arguments), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    private static AlertRules Read(string arguments)
    {
        var command = new Command("serve");
        AlertOptions.AddTo(command);
        return AlertOptions.Read(command.Parse(arguments));
    }
}
