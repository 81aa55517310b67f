using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Session;
using Prober.Reproducing;
using Prober.Scenarios;
using Prober.Tests.Checklist;

namespace Prober.Tests.Reproducing;

public sealed class ScenarioDraftTests
{
    [Test]
    public void A_recording_becomes_a_scenario_that_loads_and_names_no_person()
    {
        var text = ScenarioDraft.Of("ticket 4711.har", Traffic(EvidenceBuilder.Har()));
        var scenario = Load(text);
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Name, Is.EqualTo("ticket-4711"));
            Assert.That(scenario.Provider.Kind, Is.EqualTo("auth0"));
            Assert.That(scenario.Applications["portal"].CallbackUrls, Is.EqualTo(new[] { HealthyFlow.Portal + "/signin-oidc" }));
            Assert.That(scenario.Journey[0], Is.EqualTo(new LoginPhase("portal")));
            Assert.That(text, Does.Contain("username: ${PROBER_USER:?").And.Not.Contain("probe@example.com"));
        });
    }

    [Test]
    public void A_login_that_failed_is_a_journey_of_one_step()
    {
        var refused = EvidenceBuilder.Har().Change("authorize", step => step.Answers(400, "<h1>redirect_uri is not allowed</h1>")).EndLoginAt("authorize");
        Assert.That(Load(ScenarioDraft.Of("refused.har", Traffic(refused))).Journey, Is.EqualTo(new JourneyStep[] { new LoginPhase("portal") }));
    }

    /// <summary>Some providers put the value of a cookie into the path; where an export lacks the cookies, nothing else tells that it is one.</summary>
    [Test]
    public void An_identifier_in_a_path_is_nobodys_business()
    {
        const string Interaction = "v7rL1gYCl0EXAmpLe3Q9dK";
        var text = ScenarioDraft.Of("a.har", Traffic(EvidenceBuilder.Har().ChangeAll(step => step.Name == "password-post" ? step with { Url = $"{HealthyFlow.Provider}/interaction/{Interaction}/login" } : step)));
        Assert.That(text, Does.Contain($"to {HealthyFlow.Provider}/interaction/…/login, entry").And.Not.Contain(Interaction));
    }

    [Test]
    public void What_the_recording_cannot_tell_is_a_line_to_fill_in() =>
        Assert.That(ScenarioDraft.Of("bare.har", Traffic(EvidenceBuilder.Har()) with { Entries = [.. Traffic(EvidenceBuilder.Har()).Entries.Select(entry => entry with { Response = entry.Response with { Body = null } })] }),
            Does.Contain("signedIn: { text: Welcome }   # FILL IN"));

    [Test]
    public void Only_who_was_opened_again_after_the_logout_is_looked_at()
    {
        var text = ScenarioDraft.Of("a.har", Traffic(EvidenceBuilder.Live()));
        Assert.That(Load(text).Journey.OfType<SignedOutPhase>().Single().Applications, Is.EqualTo(new[] { "portal", "billing" }));

        var once = ScenarioDraft.Of("a.har", Traffic(EvidenceBuilder.Live().Remove("fresh-tab", "fresh-tab-authorize", "fresh-tab-login-page")));
        Assert.That(Load(once).Journey.OfType<SignedOutPhase>().Single().Applications, Is.EqualTo(new[] { "portal" }));
        Assert.That(once, Does.Contain("  # - signedOut: [billing]   nobody opened it again in the recording; a live run can\n"));

        var never = ScenarioDraft.Of("a.har", Traffic(EvidenceBuilder.Live().Keep(PhaseName.Login, PhaseName.SecondTab, PhaseName.Sso, PhaseName.Logout)));
        Assert.That(Load(never).Journey[^1], Is.EqualTo(new LogoutPhase("portal")));
        Assert.That(never, Does.Contain("  # - signedOut: [portal, billing]   nobody opened them again in the recording; a live run can\n"));
    }

    [Test]
    public void A_recording_without_a_login_is_refused() =>
        Assert.That(() => ScenarioDraft.Of("other.har", new HarLog { Creator = "WebInspector", Entries = [] }),
            Throws.TypeOf<UsageException>().With.Message.EqualTo("other.har: no application in it asks for a login, so there is nothing to repeat"));

    [TestCase("a\nname: evil", "\"a\\nname: evil\"")]
    [TestCase("${PROBER_PASSWORD}", "\"$${PROBER_PASSWORD}\"")]
    [TestCase("say \"hi\" # no comment", "\"say \\\"hi\\\" # no comment\"")]
    public void A_value_stays_a_value(string value, string expected) => Assert.That(YamlText.Quoted(value), Is.EqualTo(expected));

    [TestCase("one\nname: evil")]
    [TestCase("one\u2028name: evil")]
    public void A_comment_stays_one_line(string text) => Assert.That(YamlText.Comment(text), Is.EqualTo("# one name: evil"));

    [TestCase("2026 export", "login-2026-export")]
    [TestCase("Kunde: Müller & Co", "kunde-m-ller-co")]
    [TestCase("???", "reproduced")]
    public void Any_file_name_makes_a_name(string text, string expected) => Assert.That(YamlText.Name(text), Is.EqualTo(expected));

    private static HarLog Traffic(EvidenceBuilder builder) => builder.Build().Traffic.Value!;

    private static Scenario Load(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("prober-draft-").FullName, "scenario.yaml");
        File.WriteAllText(file, text);
        try
        {
            return ScenarioLoader.Load(file, ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = "probe@example.com", ["PROBER_PASSWORD"] = "not-the-password" }));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
