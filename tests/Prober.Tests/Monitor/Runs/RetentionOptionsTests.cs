using System.CommandLine;
using NUnit.Framework;
using Prober.Commands;
using Prober.Monitor.Runs;

namespace Prober.Tests.Monitor.Runs;

public sealed class RetentionOptionsTests
{
    [Test]
    public void Each_rule_has_its_option() => Assert.That(
        Read("--keep-passed 3 --keep-failed 30 --keep-runs 500 --keep-size 2000"),
        Is.EqualTo(new RetentionRules { Passed = TimeSpan.FromDays(3), Failed = TimeSpan.FromDays(30), MostRuns = 500, MostBytes = 2_000_000_000 }));

    [Test]
    public void Without_options_the_rules_are_the_usual_ones() => Assert.That(Read(""), Is.EqualTo(new RetentionRules()));

    [TestCase("--keep-passed 0", "--keep-passed: expected 1 or more")]
    [TestCase("--keep-runs 0", "--keep-runs: expected 1 or more")]
    [TestCase("--keep-size -1", "--keep-size: expected 1 or more")]
    [TestCase("--keep-failed 7", "--keep-failed 7: expected no fewer days than --keep-passed (14), as failures are what is looked for later")]
    public void A_value_that_is_none_is_refused(string arguments, string message) => Assert.That(() => Read(arguments), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    private static RetentionRules Read(string arguments)
    {
        var command = new Command("serve");
        RetentionOptions.AddTo(command);
        return RetentionOptions.Read(command.Parse(arguments));
    }
}
