using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Comparison;
using Prober.Reproducing;
using Prober.Scenarios;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>Real exports of real journeys through every command that takes a file: the answer must be the story's, whatever the recorder.</summary>
public sealed class RecordedExportTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("prober-recorded-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(typeof(Recorded), nameof(Recorded.All))]
    public async Task A_recording_has_the_headline_of_its_story(string file)
    {
        var (story, report) = (Recorded.StoryOf(file), (await Recorded.AnalyzeAsync(Recorded.PathOf(file))).Report);
        Assert.Multiple(() =>
        {
            Assert.That((report.Verdict, report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(story.Answer(hasCookies: !Recorded.LacksCookies(file))), report.Summary);
            Assert.That(report.Checks.Where(check => check.Verdict == Verdict.Error).Select(check => check.Id), Is.Empty);
            if (story.Verdict is Verdict.Pass or Verdict.Warn)
                Assert.That(report.Quality.Select(flag => flag.Id), Is.EqualTo(Recorded.LacksCookies(file) ? ["cookies-stripped"] : Array.Empty<string>()));
        });
    }

    [TestCaseSource(typeof(Recorded), nameof(Recorded.All))]
    public async Task A_cleaned_copy_gets_the_same_answers(string file)
    {
        var copy = Path.Combine(_folder, "clean.har");
        await Recorded.SanitizeAsync(file, copy);
        var (before, after) = ((await Recorded.AnalyzeAsync(Recorded.PathOf(file))).Report, (await Recorded.AnalyzeAsync(copy)).Report);
        Assert.That((after.Verdict, after.Headline?.Check, after.Headline?.Reason), Is.EqualTo((before.Verdict, before.Headline?.Check, before.Headline?.Reason)), after.Summary);
        Assert.That(after.Checks.Select(check => (check.Id, check.Verdict)), Is.EqualTo(before.Checks.Select(check => (check.Id, check.Verdict))));
    }

    [TestCaseSource(typeof(Recorded), nameof(Recorded.All))]
    public async Task A_recording_becomes_the_journey_of_its_story(string file)
    {
        var text = ScenarioDraft.Of(file, (await Recorded.AnalyzeAsync(Recorded.PathOf(file))).Evidence.Traffic.Value!);
        var scenario = ScenarioLoader.Parse(text, "scenario.yaml", ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = "probe@example.com", ["PROBER_PASSWORD"] = "not-the-password" }));
        Assert.That(scenario.Journey.Select(Word), Is.EqualTo(Recorded.StoryOf(file).Journey), text);
        Assert.That(text, Does.Not.Contain("alice"), "nothing of the person is taken over");
        if (Recorded.StoryOf(file).Name == "oidc-provider-healthy")
            Assert.That(scenario.Applications["portal"].ProtectedUrl?.AbsolutePath, Is.EqualTo("/protected"), "and not the start page, which is there for everybody");
    }

    /// <summary>Two recorders of one story differ in nothing but time: their dialects are no difference between logins.</summary>
    [TestCaseSource(typeof(Recorded), nameof(Recorded.All))]
    public async Task A_recording_is_the_same_login_as_what_Firefox_recorded(string file)
    {
        var other = Recorded.PathOf($"firefox-{Recorded.StoryOf(file).Name}.har.gz");
        var comparison = RunComparison.Of((await Recorded.AnalyzeAsync(other)).Evidence, (await Recorded.AnalyzeAsync(Recorded.PathOf(file))).Evidence);
        Assert.That(comparison.Hops.Where(hop => !hop.IsSame && !hop.IsOnlySlower).Select(hop => $"{hop.Good?.Url ?? "-"} {hop.Bad?.Url ?? "-"} {string.Join("; ", hop.Differences)}"), Is.Empty);
        Assert.That(comparison.Limits, Has.Count.EqualTo(Recorded.LacksCookies(file) ? 1 : 0));
    }

    [Test]
    public async Task A_remedy_does_not_ask_for_what_was_sent()
    {
        var report = (await Recorded.AnalyzeAsync(Recorded.PathOf("firefox-oidc-provider-healthy.har.gz"))).Report;
        var warning = report.Checks.Single(check => check.Verdict == Verdict.Warn);
        Assert.That((warning.Id, warning.Reason), Is.EqualTo(("logout-redirect-allowed", "confirmation-asked")));
        Assert.That(warning.Remedy, Is.EqualTo("The request carries id_token_hint, and the provider asks all the same: switch its confirmation off for requests with a hint."));
    }

    private static string Word(JourneyStep step) => step switch
    {
        LoginPhase => "login",
        SecondTabPhase => "secondTab",
        SsoPhase => "sso",
        LogoutPhase => "logout",
        SignedOutPhase => "signedOut",
        _ => step.GetType().Name,
    };
}
