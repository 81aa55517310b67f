using NUnit.Framework;
using Prober.Browser;
using Prober.Browser.Replay;
using Prober.Checklist;
using Prober.Checklist.Inference;
using Prober.Evidence;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Lab;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.Files;

/// <summary>A recording stands in for the network: what it was recorded from is gone, and the journey ends as it did then.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ReplayTests
{
    private const string Name = "customer.har";

    [Test]
    public async Task A_healthy_journey_passes_again_and_its_bundle_says_what_was_replayed()
    {
        var (scenario, traffic) = await RecordedAsync();
        await ReplayAsync(scenario, traffic, run =>
        {
            Assert.That(run.Report.Verdict, Is.EqualTo(Verdict.Pass).Or.EqualTo(Verdict.Warn), Story.Of(run));
            Assert.That(run.Report.Run.Source, Is.EqualTo(EvidenceSource.Replay));
            Assert.That(run.Report.Run.StartedAt, Is.EqualTo(traffic.Entries[0].StartedAt).Within(TimeSpan.FromSeconds(5)), "told in the time of the recording");
            Assert.That(run.Report.Quality.Single(flag => flag.Id == "replayed").Text, Does.StartWith("The journey was walked through customer.har ("));
            var again = ChecklistRunner.Run(BundleReader.Read(run.Folder));
            Assert.That(again.Checks.Select(check => (check.Id, check.Verdict)), Is.EqualTo(run.Report.Checks.Select(check => (check.Id, check.Verdict))));
            Assert.That(again.Run.Replay?.Recording, Is.EqualTo(Name));
        });
    }

    [Test]
    public async Task A_broken_login_breaks_again_for_the_same_cause()
    {
        var (scenario, traffic) = await BrokenAsync(LabScenario.ServerSide, Fault.RedirectUriScheme);
        await ReplayAsync(scenario, traffic, run =>
        {
            Assert.That(run.Report.Headline?.Check, Is.EqualTo("login-prompt-request-valid"), Story.Of(run));
            Assert.That(run.Report.Fault, Is.Not.EqualTo(FaultOwner.Prober));
        });
    }

    /// <summary>The page makes up state, nonce and verifier anew, and refuses answers and tokens with those of then.</summary>
    [Test]
    public async Task A_browser_application_takes_the_answers_of_then()
    {
        await using var lab = await LabHost.StartAsync(new() { Scenario = LabScenario.BrowserApplication }, CancellationToken.None);
        var scenario = DemoScenarios.Load(LabScenario.BrowserApplication, lab, fault: null) with { Journey = [new LoginPhase("notes"), new LogoutPhase("notes"), new SignedOutPhase(["notes"])] };
        var traffic = await PersonsRecording.OfBrowserApplicationAsync(lab);
        await lab.DisposeAsync();
        await ReplayAsync(scenario, traffic, run =>
        {
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Is.EqualTo(new[] { Verdict.Pass, Verdict.Pass, Verdict.Pass }), Story.Of(run));
            Assert.That(run.Report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => check.Id), Is.Empty, Story.Of(run));
            Assert.That(run.Report.Checks.Single(check => check.Id == "claims-jwt-nonce").Verdict, Is.EqualTo(Verdict.Pass), "with the nonce of then");
            Assert.That(run.Report.Checks.Single(check => check.Id == "claims-jwt-hashes").Verdict, Is.EqualTo(Verdict.Pass), "over the tokens of then");
        });
    }

    /// <summary>Scripts are kept when asked for; the tokens of a run are fingerprints all the same, which no page can read.</summary>
    [Test]
    public async Task A_run_keeps_its_scripts_when_asked()
    {
        await using var lab = await LabHost.StartAsync(new() { Scenario = LabScenario.BrowserApplication }, CancellationToken.None);
        var scenario = DemoScenarios.Load(LabScenario.BrowserApplication, lab, fault: null) with { Journey = [new LoginPhase("notes")] };
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var walked = await new RunPipeline(await TestBrowser.SessionAsync()) { Pictures = false }.RunAsync(scenario, new RunOutput(output.FullName) { KeepScripts = true }, progress: null, CancellationToken.None);
            Assert.That(walked.Leaks, Is.Empty);
            var kept = await ReplayInput.ReadAsync(walked.Folder, CancellationToken.None);
            Assert.That(kept.Log.Entries.Where(entry => entry.ResourceType == "script").Select(entry => entry.Response.Body?.Length ?? 0), Has.Some.GreaterThan(0));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    /// <summary>The page from before the logout would say that somebody is still in.</summary>
    [Test]
    public async Task A_look_that_nobody_took_after_the_logout_is_not_in_the_recording()
    {
        var (scenario, traffic) = await RecordedAsync();
        var logout = RecordedLogouts.Of(traffic);
        var billing = scenario.Applications["billing"].Url.Authority;
        await ReplayAsync(scenario, traffic with { Entries = [.. traffic.Entries.Where(entry => entry.Index < logout.Keys.Min() || entry.Request.Uri?.Authority != billing)] }, run =>
        {
            var ended = run.Report.Checks.Single(check => check.Id == "logout-session-ended");
            Assert.That((ended.Verdict, ended.Reason), Is.EqualTo((Verdict.Pass, "signed-out")), Story.Of(run));
            Assert.That(run.Report.Summary, Does.Contain("which is not in it; what came after cannot be judged."), Story.Of(run));
            Assert.That(run.Report.Run.Replay!.Unrecorded.Select(request => new Uri(request.Url).Authority), Has.Some.EqualTo(billing));
        });
    }

    [Test]
    public async Task A_page_of_last_year_sees_last_years_clock_and_keeps_its_cookies()
    {
        var then = new DateTimeOffset(2025, 3, 1, 10, 0, 0, TimeSpan.Zero);
        const string Script = "document.cookie = 'own=1; expires=' + new Date(Date.now() + 3600000).toUTCString(); document.title = new Date().toISOString();";
        HarLog recording = new()
        {
            Creator = "WebInspector",
            Entries =
            [
                Answer(0, "https://app.example.com/", then, "text/html", "<script src='https://cdn.example.net/app.js'></script>",
                    new("set-cookie", "session=1; Secure; SameSite=None; Expires=Sat, 01 Mar 2025 11:00:00 GMT"), new("strict-transport-security", "max-age=1")),
                Answer(1, "https://cdn.example.net/app.js", then, "application/javascript", Script),
                Answer(2, "https://app.example.com/later", then.AddHours(2), "text/html", "<script src='https://cdn.example.net/app.js'></script>"),
            ],
        };
        await using var replay = await RecordingReplay.StartAsync(recording, Name, new() { Username = new("u"), Password = new("p") }, new Dictionary<int, int>(), TimeProvider.System, CancellationToken.None);
        await using var session = await TestBrowser.StartAsync(ReplayInput.Settings(new()), replay.BrowserArguments);
        var context = await session.PlaywrightBrowser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        await context.AddInitScriptAsync(replay.PageClockScript());
        var page = await context.NewPageAsync();

        await page.GotoAsync("https://app.example.com/");
        Assert.That(await page.TitleAsync(), Does.StartWith("2025-03-01T10:00:0"));
        Assert.That((await context.CookiesAsync()).Select(cookie => cookie.Name), Is.EquivalentTo(new[] { "own", "session" }), "not taken for expired");
        await page.GotoAsync("https://app.example.com/later");
        Assert.That(await page.TitleAsync(), Does.StartWith("2025-03-01T12:00:0"), "each document is told its own time");
        Assert.That(await page.EvaluateAsync<bool>("new Date() instanceof Date && new (class extends Date {})(0).getTime() === 0 && Date().startsWith('Sat Mar 01 2025')"), Is.True, "a Date as scripts know it");
        Assert.That(async () => await page.GotoAsync("https://elsewhere.example.org/"), Throws.Exception.With.Message.Contains("ERR_NAME_NOT_RESOLVED"), "nothing else can be reached");
    }

    [Test]
    public async Task Where_the_recording_ends_nothing_is_held_against_the_target()
    {
        var (scenario, traffic) = await RecordedAsync();
        var billing = scenario.Applications["billing"].Url.Authority;
        await ReplayAsync(scenario, traffic with { Entries = [.. traffic.Entries.Where(entry => entry.Request.Uri?.Authority != billing)] }, run =>
        {
            Assert.That(run.Report.Verdict, Is.EqualTo(Verdict.Inconclusive), Story.Of(run));
            Assert.That(run.Report.Summary, Does.StartWith("customer.har does not reach as far as this journey. In the single sign-on at billing, GET ").And.EndWith(" was asked for, which is not in it; what came after cannot be judged."));
            Assert.That(run.Report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => check.Id), Is.Empty, Story.Of(run));
        });
    }

    private static async Task<(Scenario Scenario, HarLog Traffic)> RecordedAsync()
    {
        var recording = await LabRecording.OfAsync(LabScenario.ServerSide);
        return (recording.Scenario, recording.Raw.Traffic.Value!);
    }

    private static async Task<(Scenario Scenario, HarLog Traffic)> BrokenAsync(LabScenario kind, Fault fault)
    {
        await using var lab = await LabHost.StartAsync(new() { Scenario = kind, Fault = fault }, CancellationToken.None);
        var scenario = DemoScenarios.Load(kind, lab, fault);
        var recorded = await new JourneyRecorder(await TestBrowser.SessionAsync()).RecordAsync(scenario, new RecordingOptions { Screenshots = false }, CancellationToken.None);
        return (scenario, recorded.Raw.Traffic.Value!);
    }

    private static async Task ReplayAsync(Scenario scenario, HarLog traffic, Action<CompletedRun> judge)
    {
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var input = new ReplayInput(Name, traffic);
            await using var replay = await input.StartAsync(scenario, CancellationToken.None);
            await using var session = await TestBrowser.StartAsync(ReplayInput.Settings(new()), replay.BrowserArguments);
            judge(await new RunPipeline(session, replay) { Pictures = false }.RunAsync(scenario, new RunOutput(output.FullName), progress: null, CancellationToken.None));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static HarEntry Answer(int index, string url, DateTimeOffset at, string type, string body, params HarHeader[] headers) => new()
    {
        Index = index,
        StartedAt = at,
        TimeMs = 20,
        Request = new() { Method = "GET", Url = url, Headers = HarHeaders.None },
        Response = new() { Status = 200, MimeType = type, Body = body, BodySize = body.Length, Headers = new([new("content-type", type), .. headers]) },
    };
}
