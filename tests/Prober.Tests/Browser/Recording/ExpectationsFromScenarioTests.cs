using NUnit.Framework;
using Prober.Browser.Recording;
using Prober.Evidence.Expected;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Tests.Browser.Recording;

public sealed class ExpectationsFromScenarioTests
{
    [Test]
    public void What_a_scenario_expects_arrives_whole()
    {
        var scenario = Looks.Scenario(Looks.Settings with { ClientId = "abc", Claims = new Dictionary<string, string?> { ["email"] = ".+@example.com" } }) with
        {
            Journey = [new LoginPhase("portal"), new SecondTabPhase("portal"), new LogoutPhase("portal") { Federated = true }, new SignedOutPhase(["portal"])],
            Expect = new ExpectSettings { Prompt = "none", Error = "access_denied", Check = "profile-rules-actions-ok", SessionIdle = TimeSpan.FromDays(3) },
        };

        var expected = ExpectationsFromScenario.Read(scenario);

        Assert.Multiple(() =>
        {
            Assert.That(expected.Provider.Issuer, Is.EqualTo(Looks.Provider + "/"));
            Assert.That((expected.Applications[0].ClientId, expected.Applications[0].RequiredClaims["email"]), Is.EqualTo(("abc", ".+@example.com")));
            Assert.That((expected.Prompt, expected.Error), Is.EqualTo((ExpectedPrompt.None, new ExpectedError("access_denied", "profile-rules-actions-ok"))));
            Assert.That(expected.FederatedLogout, Is.True);
            Assert.That(expected.SessionIdle, Is.EqualTo(TimeSpan.FromDays(3)));
            Assert.That(expected.Journey, Is.EqualTo(new[] { PhaseName.Login, PhaseName.SecondTab, PhaseName.Logout, PhaseName.SignedOut }));
        });
    }
}
