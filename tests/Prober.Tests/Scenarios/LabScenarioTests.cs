using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

public sealed class LabScenarioTests
{
    private static readonly ScenarioVariables Lab = ScenarioVariables.Of(new Dictionary<string, string>
    {
        ["PROBER_LAB_ISSUER"] = "http://login.localhost:5000/",
        ["PROBER_LAB_PORTAL"] = "http://portal.localhost:5001/",
        ["PROBER_LAB_BILLING"] = "http://billing.localhost:5002/",
        ["PROBER_LAB_NOTES"] = "http://notes.localhost:5003/",
        ["PROBER_LAB_UPSTREAM"] = "http://workforce.localhost:5004/",
        ["PROBER_LAB_UPSTREAM_HOST"] = "workforce.localhost:5004",
        ["PROBER_LAB_UPSTREAM_USER"] = "uma@example.com",
        ["PROBER_LAB_UPSTREAM_PASSWORD"] = "correct horse",
        ["PROBER_LAB_MAIL"] = "http://links.localhost:5006/mail",
        ["PROBER_LAB_USER"] = "ada@example.com",
        ["PROBER_LAB_PASSWORD"] = "correct horse",
        ["PROBER_LAB_MANAGEMENT_CLIENT"] = "lab-management",
        ["PROBER_LAB_MANAGEMENT_SECRET"] = "battery staple",
        ["PROBER_LAB_PROVIDER_LOG"] = "/tmp/provider.log",
        ["PROBER_LAB_PORTAL_LOG"] = "/tmp/portal.log",
        ["PROBER_LAB_BILLING_LOG"] = "/tmp/billing.log",
        ["PROBER_LAB_NOTES_LOG"] = "/tmp/notes.log",
    });

    [Test]
    public void Server_side_scenario_loads()
    {
        var scenario = ScenarioLoader.Load(RepositoryFiles.PathOf("scenarios/lab/server-side.yaml"), Lab);

        Assert.That(scenario.Journey, Has.Count.EqualTo(5));
        Assert.That(scenario.Applications.Keys, Is.EqualTo(new[] { "portal", "billing" }));
        Assert.That(scenario.Applications["portal"].ProtectedUrl, Is.EqualTo(new Uri("http://portal.localhost:5001/protected")));
        Assert.That(scenario.Applications["portal"].Log!.File, Is.EqualTo("/tmp/portal.log"));
        Assert.That(scenario.Expect.SessionAbsolute, Is.EqualTo(TimeSpan.FromDays(7)));
    }

    [Test]
    public void Browser_application_scenario_loads()
    {
        var scenario = ScenarioLoader.Load(RepositoryFiles.PathOf("scenarios/lab/browser-application.yaml"), Lab);

        Assert.That(scenario.Journey[2], Is.EqualTo(new SsoPhase("billing")));
        Assert.That(scenario.Applications["notes"].Confidential, Is.False);
        Assert.That(scenario.Account.Password.Reveal(), Is.EqualTo("correct horse"));
    }

    [Test]
    public void Federated_scenario_says_what_stands_upstream()
    {
        var scenario = ScenarioLoader.Load(RepositoryFiles.PathOf("scenarios/lab/federated.yaml"), Lab);

        Assert.That(scenario.Provider.Upstream, Is.EqualTo(new UpstreamSettings
        {
            Hosts = scenario.Provider.Upstream!.Hosts,
            Kind = "oidc",
            Issuer = "http://workforce.localhost:5004/",
            CallbackUrl = "http://login.localhost:5000/login/callback",
            Button = new Marker { Button = "Continue with Workforce" },
        }));
        Assert.That(scenario.Provider.Upstream.Hosts, Is.EqualTo(new[] { "workforce.localhost:5004" }));
        Assert.That(scenario.Journey.OfType<LogoutPhase>().Single().Federated, Is.True);
    }

    [Test]
    public void Passwordless_scenario_goes_by_way_of_the_mail()
    {
        var scenario = ScenarioLoader.Load(RepositoryFiles.PathOf("scenarios/lab/passwordless.yaml"), Lab);

        Assert.That(
            scenario.Steps.Select(step => step.Action),
            Is.EqualTo(new[] { LoginAction.Fill, LoginAction.Click, LoginAction.Expect, LoginAction.Goto, LoginAction.Click }));
    }

    [TestCase("server-side")]
    [TestCase("passwordless")]
    [TestCase("federated")]
    [TestCase("federated-saml")]
    [TestCase("saml")]
    [TestCase("browser-application")]
    public void First_line_names_the_schema(string name)
    {
        var path = RepositoryFiles.PathOf($"scenarios/lab/{name}.yaml");
        var schema = File.ReadLines(path).First().Split("$schema=")[1];

        Assert.That(Path.Combine(Path.GetDirectoryName(path)!, schema), Does.Exist);
    }
}
