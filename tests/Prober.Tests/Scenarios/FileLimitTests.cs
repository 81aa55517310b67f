using System.Globalization;
using System.Text;
using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class FileLimitTests
{
    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("# only a comment\n")]
    [TestCase("---\n")]
    [TestCase("~")]
    public void Empty_file_is_refused(string text) =>
        Assert.That(PortalScenario.MistakeIn(text), Is.EqualTo("portal.yaml:1:1: the file is empty."));

    [TestCase("- login: portal", "a list")]
    [TestCase("hello", "\"hello\"")]
    public void File_without_keys_is_refused(string text, string found) => Assert.That(
        PortalScenario.MistakeIn(text),
        Is.EqualTo($"portal.yaml:1:1: expected the keys of a scenario: name, provider, account, applications and journey, found {found}."));

    [Test]
    public void Large_file_is_refused() => Assert.That(
        PortalScenario.MistakeIn("name: " + new string('a', 1024 * 1024)),
        Is.EqualTo("portal.yaml:1:1: the file is larger than 1 MB."));

    [Test]
    public void Deep_nesting_is_refused() => Assert.That(
        PortalScenario.MistakeIn("a: " + new string('[', 500_000)),
        Is.EqualTo("portal.yaml:1:36: nested more than 32 levels deep."));

    [Test]
    public void Aliases_that_multiply_are_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 0; i < 12; i++)
        {
            var references = string.Join(',', Enumerable.Repeat($"*a{i}", 9));
            bomb.Append(CultureInfo.InvariantCulture, $"a{i + 1}: &a{i + 1} [{references}]\n");
        }

        Assert.That(PortalScenario.MistakeIn(bomb.ToString()), Is.EqualTo("portal.yaml:5:14: more than 20000 values, aliases expanded."));
    }

    [Test]
    public void File_that_is_not_there_is_refused()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "no-such.yaml");

        Assert.That(
            () => ScenarioLoader.Load(path, PortalScenario.Variables),
            Throws.TypeOf<ScenarioFileException>().With.Message.EqualTo($"{path}:1:1: the file does not exist."));
    }
}
