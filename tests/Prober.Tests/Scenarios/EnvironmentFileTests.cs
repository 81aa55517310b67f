using NUnit.Framework;
using Prober.Scenarios;
using Prober.Scenarios.Reading;

namespace Prober.Tests.Scenarios;

public sealed class EnvironmentFileTests
{
    [Test]
    public void Names_values_quotes_and_comments_are_read()
    {
        var values = EnvironmentFile.Parse(
            """
            # the probe account
            USER=ada@example.com
            export PASSWORD = 'it''s $5 #1'
            PIN="12\"34\n"   # typed
            HASH=pass#word # a comment
            EMPTY=
            SPACED =  two words
            """.Replace("''", "", StringComparison.Ordinal),
            ".env");

        Assert.That(values, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["USER"] = "ada@example.com",
            ["PASSWORD"] = "its $5 #1",
            ["PIN"] = "12\"34\n",
            ["HASH"] = "pass#word",
            ["EMPTY"] = "",
            ["SPACED"] = "two words",
        }));
    }

    [TestCase("A=1\nhunter2", ".env:2:1: expected NAME=value, with a name of letters, digits and underscores.")]
    [TestCase("  1A=hunter2", ".env:1:3: expected NAME=value, with a name of letters, digits and underscores.")]
    [TestCase("MY-NAME=hunter2", ".env:1:1: expected NAME=value, with a name of letters, digits and underscores.")]
    [TestCase("A='hunter2", ".env:1:3: expected the value to end with the quote that begins it, and nothing but a comment after it.")]
    [TestCase("A=\"hun\"ter2", ".env:1:3: expected the value to end with the quote that begins it, and nothing but a comment after it.")]
    [TestCase("A=hunter2\n\nexport A=hunter3", ".env:3:8: the variable A stands here a second time.")]
    public void Line_that_is_wrong_is_refused_without_its_value(string text, string message) =>
        Assert.That(() => EnvironmentFile.Parse(text, ".env"), Throws.TypeOf<InputFileException>().With.Message.EqualTo(message));

    [Test]
    public void Values_given_come_before_the_file_and_the_file_before_the_environment()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "order.env");
        File.WriteAllText(path, "GIVEN=file\nPATH=file\nFILE=file\n");

        var variables = ScenarioVariables.FromEnvironment(path, new Dictionary<string, string> { ["GIVEN"] = "given" });

        Assert.That(variables.Find("GIVEN"), Is.EqualTo("given"));
        Assert.That(variables.Find("PATH"), Is.EqualTo("file"));
        Assert.That(ScenarioVariables.FromEnvironment().Find("PATH"), Is.EqualTo(Environment.GetEnvironmentVariable("PATH")));
        Assert.That(variables.Find("PROBER_NO_SUCH_VARIABLE"), Is.Null);
    }
}
