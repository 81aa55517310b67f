using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;
using Prober.Tests.Monitor.Deploy;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Web.Access;

public sealed partial class AccessTests
{
    private const string Viewer = "viewer-token-0123456789", Operator = "operator-token-0123456789";

    private DirectoryInfo _folder = null!;
    private RunningMonitor _monitor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("prober-access-");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "portal.yaml"), MonitoredScenario.Text("portal", "7d"));
        _monitor = await StartAsync(openMetrics: false);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _monitor.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [TestCase("GET", "/healthz", null, 200)]
    [TestCase("GET", "/api/scenarios", null, 401)]
    [TestCase("GET", "/api/scenarios", "wrong-token-0123456789", 401)]
    [TestCase("GET", "/api/scenarios", Viewer, 200)]
    [TestCase("GET", "/metrics", null, 401)]
    [TestCase("GET", "/metrics", Viewer, 200)]
    [TestCase("GET", "/probe?scenario=other", Viewer, 403)]
    [TestCase("GET", "/probe?scenario=other", Operator, 404)]
    [TestCase("GET", "/not-there", null, 200)]
    [TestCase("POST", "/api/scenarios/other/run", null, 401)]
    [TestCase("POST", "/api/scenarios/other/run", Viewer, 403)]
    [TestCase("POST", "/api/scenarios/other/run", Operator, 404)]
    [TestCase("DELETE", "/api/silences/1", Viewer, 403)]
    [TestCase("DELETE", "/api/silences/1", Operator, 404)]
    public async Task A_program_may_what_its_token_says(string method, string path, string? token, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _monitor.Client.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), await answer.Content.ReadAsStringAsync());
        if (status == 401) Assert.That(answer.Headers.WwwAuthenticate.ToString(), Does.StartWith("Bearer"));
    }

    [Test]
    public async Task A_viewer_sees_the_page_without_its_buttons_and_may_not_use_them()
    {
        var page = await LogInAsync(Viewer, "/scenarios/portal");
        Assert.That(page, Does.Contain("viewer by token").And.Not.Contain("Walk it now").And.Not.Contain(">Silence<"));
        using var forced = await PostAsync("/scenarios/portal/run", Token(page));
        Assert.That((forced.StatusCode, await forced.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.Forbidden, "this needs the role operator\n")));
    }

    [Test]
    public async Task An_operator_has_the_buttons_until_logging_out()
    {
        var page = await LogInAsync(Operator, "/");
        Assert.That(page, Does.Contain(">Silence<"));
        using var silenced = await PostAsync("/silences", Token(page), ("scenarios", "portal"), ("for", "1h"));
        Assert.That(await silenced.Content.ReadAsStringAsync(), Does.Contain("silenced until"));
        using var gone = await PostAsync("/logout", Token(page));
        Assert.That(await gone.Content.ReadAsStringAsync(), Does.Contain("<h1>Log in to the prober</h1>"));
        Assert.That((await _monitor.GetAsync("/")).Text, Does.Contain("<h1>Log in to the prober</h1>"));
    }

    [TestCase("//evil.example/")]
    [TestCase("/\\evil.example")]
    [TestCase("https://evil.example/")]
    public async Task A_login_does_not_lead_to_another_site(string back) =>
        Assert.That(await LogInAsync(Viewer, back), Does.Contain("No login is known to be broken"));

    [Test]
    public async Task Tokens_cannot_be_guessed_for_long()
    {
        var token = Token((await _monitor.GetAsync("/login")).Text);
        using var wrong = await PostAsync("/login", token, ("token", "a guess"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("That is none of the tokens.").And.Not.Contain("a guess"));
        for (var more = 1; more < RateLimits.Logins; more++) (await PostAsync("/login", token, ("token", "a guess"))).Dispose();
        using var limited = await PostAsync("/login", token, ("token", Operator));
        Assert.That((limited.StatusCode, limited.Headers.RetryAfter!.Delta), Is.EqualTo((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1))));
    }

    [Test]
    public async Task Metrics_are_for_everybody_when_told_so()
    {
        await using var open = await StartAsync(openMetrics: true);
        Assert.That((await open.GetAsync("/metrics")).Status, Is.EqualTo(200));
        Assert.That((await open.GetAsync("/api/runs")).Status, Is.EqualTo(401));
    }

    private Task<RunningMonitor> StartAsync(bool openMetrics) => RunningMonitor.StartAsync(
        [_folder.FullName], ScenarioVariables.Of(new Dictionary<string, string>()),
        access: new() { Tokens = [new(AccessRole.Viewer, Viewer), new(AccessRole.Operator, Operator)], OpenMetrics = openMetrics });

    private async Task<string> LogInAsync(string token, string back)
    {
        using var answer = await PostAsync("/login", Token((await _monitor.GetAsync("/login")).Text), ("token", token), ("back", back));
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields) =>
        _monitor.Client.PostAsync(path, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).ToDictionary(field => field.Item1, field => field.Item2)));

    private static string Token(string page) => WebUtility.HtmlDecode(FormToken().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
