using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
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

public sealed partial class AlertEndpointsTests
{
    private DirectoryInfo _folder = null!;
    private RunningMonitor _monitor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("prober-silences-");
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
    public async Task An_incident_is_acknowledged_on_the_page()
    {
        var id = await BreakAsync();
        var page = await PageAsync();
        Assert.That(page, Does.Contain($"action=\"/incidents/{id}/acknowledge\"").And.Not.Contain("no reminders"));
        using var answer = await _monitor.Client.PostAsync($"/incidents/{id}/acknowledge", Form(Token(page)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("no reminders").And.Not.Contain("acknowledge\""), "the page again");
    }

    [Test]
    public async Task A_scenario_is_silenced_on_the_page_and_shows_so()
    {
        using var answer = await _monitor.Client.PostAsync("/silences", Form(Token(await PageAsync()), ("scenarios", "portal"), ("for", "4h")));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("silenced until").And.Contain("Nothing is told of <code>portal</code>"));
        Assert.That((await JsonAsync("/api/scenarios"))["scenarios"]![0]!["silentUntil"], Is.Not.Null);
        using var ended = await _monitor.Client.PostAsync(EndForm().Match(page).Groups[1].Value, Form(Token(page)));
        Assert.That(await ended.Content.ReadAsStringAsync(), Does.Not.Contain("silenced until"));
    }

    [TestCase("/incidents/1/acknowledge")]
    [TestCase("/silences")]
    [TestCase("/silences/1/end")]
    public async Task A_form_of_another_page_changes_nothing(string path)
    {
        await PageAsync();
        using var without = await _monitor.Client.PostAsync(path, Form("", ("scenarios", "portal"), ("for", "4h")));
        Assert.That((without.StatusCode, (await JsonAsync("/api/silences")).AsArray().Count), Is.EqualTo((HttpStatusCode.BadRequest, 0)));
    }

    [Test]
    public async Task A_program_acknowledges_and_silences()
    {
        var id = await BreakAsync();
        using var acknowledged = await _monitor.Client.PostAsync($"/api/incidents/{id}/acknowledge", null);
        Assert.That((await acknowledged.Content.ReadFromJsonAsync<JsonNode>())!["acknowledgedAt"], Is.Not.Null);
        using var unknown = await _monitor.Client.PostAsync("/api/incidents/unknown/acknowledge", null);
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        using var added = await _monitor.Client.PostAsJsonAsync("/api/silences", new { scenarios = "port*", @for = "2h" });
        var silence = (await added.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.That((added.StatusCode, (string?)silence["scenarios"]), Is.EqualTo((HttpStatusCode.Created, "port*")));
        using var ended = await _monitor.Client.DeleteAsync($"/api/silences/{silence["id"]}");
        Assert.That((ended.StatusCode, (await JsonAsync("/api/silences")).AsArray().Count), Is.EqualTo((HttpStatusCode.NoContent, 0)));

        using var until = await _monitor.Client.PostAsJsonAsync("/api/silences", new { scenarios = "*", until = TimeProvider.System.GetUtcNow().AddHours(3) });
        Assert.That(until.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        using var never = await _monitor.Client.PostAsJsonAsync("/api/silences", new { scenarios = "*", @for = "soon" });
        Assert.That((never.StatusCode, await never.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.BadRequest, "for, until: expected an end within 90 days from now, such as \"for\": \"2h\"\n")));
    }

    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "null")]
    public async Task A_page_of_another_site_may_not_use_the_API(string header, string value)
    {
        var id = await BreakAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/incidents/{id}/acknowledge") { Headers = { { header, value } } };
        using var answer = await _monitor.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await JsonAsync("/api/incidents"))[0]!["acknowledgedAt"], Is.Null);
    }

    [Test]
    public async Task The_delivery_log_is_there() => Assert.That((await JsonAsync("/api/alerts")).AsArray(), Is.Empty);

    private async Task<string> BreakAsync()
    {
        var run = new RunRecord { Id = "run", Scenario = "portal", Node = "node", State = RunState.Running, Cause = RunCause.Schedule, DueAt = DateTimeOffset.UnixEpoch, StartedAt = DateTimeOffset.UnixEpoch };
        var book = _monitor.Services.GetRequiredService<IncidentBook>();
        await book.CountAsync(MonitoredScenario.Named("portal"), IncidentRuns.Failed()(run), default);
        return (await _monitor.Services.GetRequiredService<IncidentHistory>().LatestAsync(1, default)).Single().Id;
    }

    private async Task<string> PageAsync() => (await _monitor.GetAsync("/")).Text;

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse((await _monitor.GetAsync(path)).Text)!;

    private static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) =>
        new(fields.Append(("__RequestVerificationToken", token)).ToDictionary(field => field.Item1, field => field.Item2));

    private static string Token(string page) => WebUtility.HtmlDecode(FormToken().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("action=\"(/silences/[^\"]+/end)\"")]
    private static partial Regex EndForm();
}
