using NUnit.Framework;
using Prober.Scenarios;

namespace Prober.Tests.Scenarios;

/// <summary>The keys by which a scenario names another door and an application's page about its user.</summary>
public sealed class OtherDoorTests
{
    private const string Schedule = "schedule: { every: 5m, jitter: 30s }";
    private const string Billing = "billing: { url: \"https://billing.example.com/\",";

    [Test]
    public void A_door_by_address_is_read() =>
        Assert.That(PortalScenario.With(Schedule, "alternate: { url: \"https://login.example.com/account\", signedIn: { text: Account }, login: { link: Log in } }").Alternate,
            Is.EqualTo(new AlternateSettings
            {
                Url = new Uri("https://login.example.com/account"),
                SignedIn = new Marker { Text = "Account" },
                LoginControl = new Marker { Link = "Log in" },
            }));

    [Test]
    public void A_door_by_client_is_that_application()
    {
        var text = PortalScenario.Text.Replace(Billing, Billing + " clientId: billing,", StringComparison.Ordinal)
            .Replace(Schedule, "alternate: { clientId: billing }", StringComparison.Ordinal);

        var alternate = ScenarioLoader.Parse(text, "portal.yaml", PortalScenario.Variables).Alternate!;
        Assert.That((alternate.Url, alternate.ClientId, alternate.SignedIn.Text), Is.EqualTo((new Uri("https://billing.example.com/"), "billing", "Invoices")));
    }

    [TestCase("{ clientId: crm }", "no application has the clientId \"crm\".")]
    [TestCase("{ url: \"https://login.example.com/\" }", "missing the key \"signedIn\": what only somebody signed in can see there.")]
    [TestCase("{ signedIn: { text: Account } }", "expected exactly one of url or clientId, found none.")]
    [TestCase("{ url: \"https://login.example.com/\", clientId: crm, signedIn: { text: Account } }", "expected exactly one of url or clientId, found url and clientId.")]
    [TestCase("{ door: x }", "unknown key \"door\". Expected url, clientId, signedIn or login.")]
    public void A_door_that_is_wrong_is_refused(string alternate, string reason) =>
        Assert.That(PortalScenario.Mistake(Schedule, "alternate: " + alternate), Does.EndWith(reason));

    [TestCase("/me", "https://billing.example.com/me")]
    [TestCase("https://api.example.com/whoami", "https://api.example.com/whoami")]
    public void A_page_about_the_user_is_a_path_or_an_address(string me, string address) =>
        Assert.That(PortalScenario.With(Billing, $"{Billing} me: \"{me}\",").Applications["billing"].Me, Is.EqualTo(new Uri(address)));

    [TestCase("me")]
    [TestCase("ftp://billing.example.com/me")]
    public void Another_page_about_the_user_is_refused(string me) =>
        Assert.That(PortalScenario.Mistake(Billing, $"{Billing} me: \"{me}\","), Does.Contain("expected a path that begins with /, or an address"));
}
