using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class ScenarioLoaderTests
{
    [Test]
    public void Scenario_of_a_dozen_lines_is_read_whole()
    {
        var scenario = ScenarioLoader.Parse(PortalScenario.Text, "portal.yaml", PortalScenario.Variables);

        Assert.That(scenario.Name, Is.EqualTo("portal"));
        Assert.That(scenario.Provider.Issuer, Is.EqualTo("https://login.example.com/"));
        Assert.That(scenario.Account.Username.Reveal(), Is.EqualTo("ada@example.com"));
        Assert.That(scenario.Applications["portal"].Logout, Is.EqualTo(new Marker { Link = "Log out" }));
        Assert.That(scenario.Journey.Take(4), Is.EqualTo(new JourneyStep[]
        {
            new LoginPhase("portal"), new SecondTabPhase("portal"), new SsoPhase("billing"), new LogoutPhase("portal"),
        }));
        Assert.That(((SignedOutPhase)scenario.Journey[4]).Applications, Is.EqualTo(new[] { "portal", "billing" }));
        Assert.That(scenario.Expect.Claims, Is.EquivalentTo(new Dictionary<string, string?> { ["email"] = null }));
        Assert.That(scenario.Schedule, Is.EqualTo(new ScheduleSettings { Every = TimeSpan.FromMinutes(5), Jitter = TimeSpan.FromSeconds(30) }));
        Assert.That(scenario.Budgets, Is.EqualTo(new Budgets()));
        Assert.That(scenario.File, Is.EqualTo("portal.yaml"));
    }

    [Test]
    public void Long_forms_of_phases_are_read()
    {
        var scenario = PortalScenario.With(
            "  - secondTab: portal\n  - sso: billing\n  - logout: portal",
            "  - secondTab: { app: portal, providerSession: false }\n  - sso: { to: billing, after: 3s, by: { role: link, name: Invoices }, privateWindow: true }\n  - logout: { from: portal, federated: true }");

        Assert.That(scenario.Journey.Skip(1).Take(3), Is.EqualTo(new JourneyStep[]
        {
            new SecondTabPhase("portal") { ProviderSession = false },
            new SsoPhase("billing") { After = TimeSpan.FromSeconds(3), By = new() { Role = "link", Name = "Invoices" }, PrivateWindow = true },
            new LogoutPhase("portal") { Federated = true },
        }));
    }

    [Test]
    public void Login_steps_know_their_line_and_their_secrets()
    {
        var scenario = PortalScenario.With("expect:", """
            steps:
              - goto: https://login.example.com/start
              - click: { button: Accept, optional: true }
              - fill: { label: Region, value: eu }
              - fill: { label: Password, value: "${PASSWORD}" }
              - press: { label: Password, key: Enter }
              - wait: 500ms
              - expect: { text: Welcome }
            expect:
            """);

        Assert.That(
            scenario.Steps.Select(step => (step.Action, step.Where, step.Plain)),
            Is.EqualTo(new (LoginAction, string?, bool)[]
            {
                (LoginAction.Goto, "portal.yaml:19", false), (LoginAction.Click, "portal.yaml:20", false),
                (LoginAction.Fill, "portal.yaml:21", true), (LoginAction.Fill, "portal.yaml:22", false),
                (LoginAction.Press, "portal.yaml:23", true), (LoginAction.Wait, "portal.yaml:24", false),
                (LoginAction.Expect, "portal.yaml:25", false),
            }));
        Assert.That(scenario.Steps[1].Optional, Is.True);
        Assert.That(scenario.Steps[3].Value!.Reveal(), Is.EqualTo(PortalScenario.Password));
        Assert.That(scenario.Steps[5].Delay, Is.EqualTo(TimeSpan.FromMilliseconds(500)));
    }

    [TestCase("\n  ")]
    [TestCase("\n\t")]
    [TestCase("\r\n\t\t")]
    [TestCase("")]
    public void Json_is_read_too(string newLine)
    {
        string[] lines =
        [
            """{"$schema":"scenario.schema.json",""", """ "name":"portal",""", """ "provider":{"issuer":"https:\/\/login.example.com\/"},""",
            """ "account":{"username":"ada","password":"${PASSWORD}"},""",
            """ "applications":{"portal":{"url":"https://portal.example.com/","signedIn":{"text":"\ud83d\ude00 hi"}}},""",
            """ "journey":[{"login":"portal"}],""", """ "expect":{"sso":false}}""",
        ];

        var scenario = ScenarioLoader.Parse(string.Join(newLine, lines), "portal.json", PortalScenario.Variables);

        Assert.That(scenario.Provider.Issuer, Is.EqualTo("https://login.example.com/"));
        Assert.That(scenario.Applications["portal"].SignedIn.Text, Is.EqualTo("😀 hi"));
        Assert.That(scenario.Expect.Sso, Is.False);
    }

    [Test]
    public void Anchors_save_repetition()
    {
        var scenario = PortalScenario.With(
            "signedIn: { text: Welcome }", "signedIn: &welcome { text: Welcome }\n    signedOut: *welcome");

        Assert.That(scenario.Applications["portal"].SignedOut, Is.EqualTo(new Marker { Text = "Welcome" }));
    }

    [Test]
    public void Two_tabs_may_log_in_at_once_after_a_logout()
    {
        var scenario = PortalScenario.With("  - signedOut: [portal, billing]", "  - parallelTabs: portal");

        Assert.That(scenario.Journey[^1], Is.EqualTo(new ParallelTabsPhase("portal")));
    }

    [Test]
    public void Claims_may_have_patterns()
    {
        var scenario = PortalScenario.With("[email]", "{ email: '.*@example\\.com$', name: . }");

        Assert.That(scenario.Expect.Claims, Is.EquivalentTo(new Dictionary<string, string?> { ["email"] = @".*@example\.com$", ["name"] = "." }));
    }

    [Test]
    public void Exception_prints_as_its_message_alone()
    {
        var mistake = Assert.Throws<ScenarioFileException>(() => PortalScenario.With("name: portal", "name: Portal"));

        Assert.That(mistake.ToString(), Is.EqualTo(mistake.Message));
        Assert.That((mistake.File, mistake.Line, mistake.Column), Is.EqualTo(("portal.yaml", 1, 7)));
    }
}
