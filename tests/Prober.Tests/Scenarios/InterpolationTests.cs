using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class InterpolationTests
{
    [TestCase("plain", "plain")]
    [TestCase("${USER}", "ada@example.com")]
    [TestCase("${MISSING:-default}", "default")]
    [TestCase("${EMPTY:-default}", "default")]
    [TestCase("${USER:-default}", "ada@example.com")]
    [TestCase("${USER:?say who}", "ada@example.com")]
    [TestCase("a ${USER} b ${SHORT}", "a ada@example.com b abc")]
    [TestCase("costs 5$", "costs 5$")]
    [TestCase("$USER", "$USER")]
    [TestCase("$${USER}", "${USER}")]
    [TestCase("$$$$", "$$")]
    public void Variables_are_put_into_values(string written, string read) =>
        Assert.That(PortalScenario.With("name: portal\n", $"name: portal\ndescription: '{written}'\n").Description, Is.EqualTo(read));

    [Test]
    public void Value_cannot_change_the_file()
    {
        const string Hostile = "x\nname: other\njourney: [] # ${USER} *a {";
        var variables = ScenarioVariables.Of(new Dictionary<string, string> { ["USER"] = "ada", ["PASSWORD"] = Hostile });

        var scenario = ScenarioLoader.Parse(PortalScenario.Text, "portal.yaml", variables);

        Assert.That(scenario.Account.Password.Reveal(), Is.EqualTo(Hostile));
        Assert.That(scenario.Name, Is.EqualTo("portal"));
    }

    [Test]
    public void No_message_shows_the_value_of_a_variable()
    {
        // Put where almost every kind of value is expected, the password is wrong there, and is not told.
        string[] places =
        [
            "name: portal", "kind: auth0", "issuer: \"https://login.example.com/\"", "url: https://portal.example.com/", "{ text: Welcome }",
            "claims: [email]", "every: 5m", "- login: portal", "expect: { claims: [email] }", "{ link: Log out }",
        ];
        foreach (var place in places)
        {
            var bad = $"{place[..(place.IndexOf(' ', StringComparison.Ordinal) + 1)]}\"${{PASSWORD}}\"".Replace("{ \"", "{ role: \"", StringComparison.Ordinal);
            bad += place.EndsWith('}') && bad.Contains("role", StringComparison.Ordinal) ? " }" : "";
            Assert.That(PortalScenario.Mistake(place, bad), Does.StartWith("portal.yaml:").And.Not.Contain(PortalScenario.Password), bad);
        }
    }

    [Test]
    public void Secret_prints_as_stars()
    {
        var scenario = ScenarioLoader.Parse(PortalScenario.Text, "portal.yaml", PortalScenario.Variables);

        Assert.That(scenario.ToString(), Does.Not.Contain(PortalScenario.Password));
        Assert.That(scenario.Account.ToString(), Does.Contain("Password = ***"));
    }
}
