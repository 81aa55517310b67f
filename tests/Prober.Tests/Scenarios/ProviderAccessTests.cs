using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

/// <summary>The keys by which a scenario lets the provider and its logs testify.</summary>
public sealed class ProviderAccessTests
{
    private const string Issuer = "issuer: \"https://login.example.com/\" }";
    private const string WithManagement = "issuer: \"https://login.example.com/\", management: ";

    [Test]
    public void Management_by_client_is_read()
    {
        var management = PortalScenario.With(Issuer, WithManagement + "{ url: \"https://tenant.example.com/\", clientId: prober, clientSecret: \"${PASSWORD}\", audience: urn:api, realm: master, wait: 30s } }").Provider.Management!;

        Assert.That(management, Is.EqualTo(new ManagementSettings
        {
            Url = new Uri("https://tenant.example.com/"),
            ClientId = "prober",
            ClientSecret = new Secret(PortalScenario.Password),
            Audience = "urn:api",
            Realm = "master",
            Wait = TimeSpan.FromSeconds(30),
        }));
        Assert.That(management.ToString(), Does.Not.Contain(PortalScenario.Password));
    }

    [Test]
    public void Management_by_token_waits_90_seconds_unless_told()
    {
        var management = PortalScenario.With(Issuer, WithManagement + "{ token: \"${PASSWORD}\" } }").Provider.Management!;

        Assert.That((management.Token!.Reveal(), management.Wait), Is.EqualTo((PortalScenario.Password, TimeSpan.FromSeconds(90))));
    }

    [TestCase("{ clientId: prober }", "expected clientId and clientSecret together, found only one of them.")]
    [TestCase("{ realm: master }", "expected clientId with clientSecret, or token, found neither.")]
    [TestCase("{ token: abcd, clientId: prober, clientSecret: efgh }", "expected either token, or clientId with clientSecret, found both.")]
    [TestCase("{ clientId: prober, clientSecret: \"${SHORT}\" }", "expected a client secret of at least 4 characters, found a shorter one.")]
    [TestCase("hunter22", "expected the keys clientId and clientSecret, or token, found a text.")]
    [TestCase("{ user: admin, token: abcd }", "unknown key \"user\". Expected url, clientId, clientSecret, audience, realm, token or wait.")]
    public void Management_that_is_wrong_is_refused_without_a_value(string management, string reason)
    {
        var message = PortalScenario.Mistake(Issuer, WithManagement + management + " }");

        Assert.That(message, Does.Contain("provider.management").And.EndsWith(reason));
        Assert.That(message, Does.Not.Contain("hunter22").And.Not.Contain("efgh"));
    }

    [Test]
    public void Exports_and_server_log_start_at_the_scenario_file()
    {
        var provider = PortalScenario.With(
            Issuer, "issuer: \"https://login.example.com/\", log: { file: logs/tenant.json }, users: { file: users.json }, settings: { file: settings.json }, serverLog: { command: [journalctl, -u, keycloak] } }").Provider;

        Assert.That(provider.LogExport, Is.EqualTo(Path.GetFullPath("logs/tenant.json")));
        Assert.That((Path.GetFileName(provider.UsersExport), Path.GetFileName(provider.SettingsExport)), Is.EqualTo(("users.json", "settings.json")));
        Assert.That(provider.ServerLog!.Command, Is.EqualTo(new[] { "journalctl", "-u", "keycloak" }));
    }

    [Test]
    public void An_application_log_has_one_source()
    {
        var log = LogOf("{ url: \"https://logs.example.com/portal?from={from}&to={to}\" }");

        Assert.That((log.Url, log.File, log.Command.Count), Is.EqualTo(("https://logs.example.com/portal?from={from}&to={to}", (string?)null, 0)));
    }

    [TestCase("{ file: a.log, url: \"https://logs.example.com/\" }", "expected exactly one of file, command or url, found file and url.")]
    [TestCase("{}", "expected exactly one of file, command or url, found none.")]
    [TestCase("{ command: [] }", "expected a list of a program and its arguments, found an empty list.")]
    [TestCase("{ path: a.log }", "unknown key \"path\". Expected file, command or url.")]
    public void An_application_log_that_is_wrong_is_refused(string log, string reason) =>
        Assert.That(PortalScenario.Mistake("signedIn: { text: Welcome }", "signedIn: { text: Welcome }\n    log: " + log), Does.Contain("applications.portal.log").And.EndsWith(reason));

    [Test]
    public void Attributes_are_expected_like_claims() => Assert.That(
        PortalScenario.With("claims: [email]", "attributes: { department: 'acc.*' }").Expect.Attributes, Is.EquivalentTo(new Dictionary<string, string?> { ["department"] = "acc.*" }));

    private static LogSource LogOf(string log) =>
        PortalScenario.With("signedIn: { text: Welcome }", "signedIn: { text: Welcome }\n    log: " + log).Applications["portal"].Log!;
}
