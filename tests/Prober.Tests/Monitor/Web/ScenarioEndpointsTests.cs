using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Prober.Monitor.Incidents;
using Prober.Monitor.Store;
using Prober.Scenarios;
using Prober.Tests.Monitor.Deploy;
using Prober.Tests.Monitor.Incidents;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Web;

public sealed partial class ScenarioEndpointsTests
{
    private DirectoryInfo _folder = null!;
    private RunningMonitor _monitor = null!;
    private int _added;

    [SetUp]
    public async Task StartAsync()
    {
        _added = 0;
        _folder = Directory.CreateTempSubdirectory("prober-page-");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "portal.yaml"), MonitoredScenario.Text("portal", "7d"));
        _monitor = await RunningMonitor.StartAsync([_folder.FullName], ScenarioVariables.Of(new Dictionary<string, string>()));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _monitor.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_broken_scenario_says_what_changed_since_it_passed_and_links_to_its_reports()
    {
        await AddAsync("green", IncidentRuns.Passed, Phase("pass", 1000));
        var failed = await AddAsync("red", IncidentRuns.Failed(), Phase("fail", 9000));
        await _monitor.Services.GetRequiredService<IncidentBook>().CountAsync(MonitoredScenario.Named("portal"), failed, default);
        var page = await PageAsync("/scenarios/portal");
        Assert.That(page, Does.Contain("portal: <span class=\"state\">✗ broken</span>").And.Contain("The provider answered 503."));
        Assert.That(page, Does.Contain("Changed since the last green run").And.Contain("<li>login portal: fail instead of pass</li>"));
        Assert.That(page, Does.Contain("href=\"/runs/green/report\"").And.Contain("href=\"/runs/red/report\"").And.Contain("50.00 %").And.Contain("1 of 2 runs"));
        Assert.That(page, Does.Contain("/acknowledge\""), "its incident");
        Assert.That(await PageAsync("/"), Does.Contain("<a href=\"/scenarios/portal\">portal</a>"));
    }

    [Test]
    public async Task The_history_can_be_cut_to_what_did_not_pass()
    {
        await AddAsync("green", IncidentRuns.Passed);
        await AddAsync("red", IncidentRuns.Failed());
        await AddAsync("green-again", IncidentRuns.Passed);
        var page = await PageAsync("/scenarios/portal?show=failed");
        var runs = page[page.IndexOf("id=\"runs\"", StringComparison.Ordinal)..];
        Assert.That(runs, Does.Contain("/runs/red/report").And.Not.Contain("/runs/green/report"));
        Assert.That(page, Does.Not.Contain("Changed since"), "it passes again");
    }

    [Test]
    public async Task A_run_that_waits_is_shown_as_one_and_is_no_failure()
    {
        await AddAsync("waits", run => run with { State = RunState.Waiting, EndedAt = null, Folder = null });
        Assert.That(await PageAsync("/scenarios/portal"), Does.Contain("<span class=\"state\">… waiting</span>").And.Contain("– not known yet").And.Contain("0 of 0 runs"));
        Assert.That(await PageAsync("/scenarios/portal?show=failed"), Does.Not.Contain("<span class=\"state\">… waiting</span>"));
        Assert.That((await _monitor.GetAsync("/api/runs")).Text, Does.Contain("\"state\":\"waiting\""));
    }

    [Test]
    public async Task A_scenario_without_a_run_has_a_page_and_one_that_is_not_there_has_none()
    {
        Assert.That(await PageAsync("/scenarios/portal"), Does.Contain("– not known yet").And.Contain("0 of 0 runs").And.Contain("No phase passed in the last 24 hours."));
        Assert.That(await _monitor.GetAsync("/scenarios/other"), Is.EqualTo((404, "no scenario is called other\n")));
    }

    [Test]
    public async Task The_button_walks_it_now_and_a_form_of_another_page_does_not()
    {
        using var without = await PostAsync("");
        Assert.That((without.StatusCode, (await RunsAsync()).Count), Is.EqualTo((HttpStatusCode.BadRequest, 0)));
        using var with = await PostAsync(WebUtility.HtmlDecode(FormToken().Match(await PageAsync("/scenarios/portal")).Groups[1].Value));
        Assert.That((with.StatusCode, with.RequestMessage!.RequestUri!.AbsolutePath), Is.EqualTo((HttpStatusCode.OK, "/scenarios/portal")));
        Assert.That(async () => (await RunsAsync()).Select(run => run.Cause), Is.EqualTo(new[] { RunCause.Demand }).After(10_000, 50));
    }

    [TestCase("/")]
    [TestCase("/scenarios/portal")]
    public async Task A_page_is_sent_again_only_when_something_has_changed(string path)
    {
        using var first = await _monitor.Client.GetAsync(path);
        var version = first.Headers.ETag!.Tag;
        Assert.That(await first.Content.ReadAsStringAsync(), Does.Contain("As of 20").And.Match("__RequestVerificationToken\" value=\"CfDJ8"));
        using var same = await AgainAsync(path, version);
        Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        await AddAsync("green", IncidentRuns.Passed);
        using var changed = await AgainAsync(path, version);
        Assert.That((changed.StatusCode, changed.Headers.ETag!.Tag), Is.EqualTo((HttpStatusCode.OK, changed.Headers.ETag.Tag)).And.Not.EqualTo((HttpStatusCode.OK, version)));
    }

    [Test]
    public async Task No_script_and_no_style_is_allowed_but_the_pages_own()
    {
        using var answer = await _monitor.Client.GetAsync("/scenarios/portal");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Match(" style=|<script>| on[a-z]+="));
        Assert.That((await _monitor.GetAsync("/live.js")).Text, Does.Contain("If-None-Match"));
    }

    private async Task<HttpResponseMessage> AgainAsync(string path, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", version } } };
        return await _monitor.Client.SendAsync(request);
    }

    private Task<IReadOnlyList<RunRecord>> RunsAsync() => _monitor.Services.GetRequiredService<RunStore>().LatestAsync("portal", 9, default);

    private Task<HttpResponseMessage> PostAsync(string token) =>
        _monitor.Client.PostAsync("/scenarios/portal/run", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode((await _monitor.GetAsync(path)).Text);

    private static PhaseRecord Phase(string verdict, double duration) => new() { Name = "login", Application = "portal", Verdict = verdict, DurationMs = duration };

    private async Task<RunRecord> AddAsync(string id, Func<RunRecord, RunRecord> outcome, params PhaseRecord[] phases)
    {
        var store = _monitor.Services.GetRequiredService<RunStore>();
        // A minute apart: what begins in one millisecond has no order.
        var now = TimeProvider.System.GetUtcNow().AddMinutes(++_added - 30);
        var run = outcome(new() { Id = id, Scenario = "portal", Node = "node", State = RunState.Running, Cause = RunCause.Schedule, DueAt = now, StartedAt = now, EndedAt = now, Folder = "/folder" });
        await store.BeginAsync(run, default);
        await store.EndAsync(run, phases, [], default);
        return run;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
