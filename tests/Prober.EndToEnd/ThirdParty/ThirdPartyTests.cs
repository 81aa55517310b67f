using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.EndToEnd.Files;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>
/// A provider and applications that nobody here wrote: oidc-provider with express-openid-connect. The lab flatters us; these
/// do not.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ThirdPartyTests
{
    private Site _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        await NodeRuntime.RequireAsync();
        _site = new Site();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>Mistakes in the libraries' own configuration: number in the checklist's table of faults, name, mistake, headline, reason, what must not fail.</summary>
    public static IEnumerable<TestCaseData> Mistakes =>
    [
        Mistake("F05 unknown client", site => site.Clients.RemoveAt(0), "login-prompt-request-valid", "unknown-client", "login-prompt-authorize-seen", "credentials-*"),
        Mistake("F06 redirect URI registered for https", site => site.Register(site.Portal.Replace("http:", "https:", StringComparison.Ordinal) + "callback"),
            "login-prompt-request-valid", "scheme", "login-prompt-authorize-seen", "credentials-*"),
        Mistake("F07 redirect URI registered with a slash", site => site.Register(site.Portal + "callback/"), "login-prompt-request-valid", "trailing-slash", "credentials-*"),
        Mistake("F08 response type not allowed", site => site.PortalClient["response_types"] = new JsonArray("none"),
            "login-prompt-request-valid", "response-type-not-allowed", "token-app-callback-seen"),
        Mistake("F09 scope not allowed", site => site.PortalClient["scope"] = "openid email", "login-prompt-request-valid", "unknown-scope", "token-returned"),
        Mistake("F10 pushed request required", site => site.Configuration["features"] = Features(("pushedAuthorizationRequests", new() { ["requirePushedAuthorizationRequests"] = true })),
            "login-prompt-request-valid", "refused", "login-prompt-connection-enabled"),
        Mistake("F15 provider answers 503", site => site.Provider["maintenance"] = true, "login-prompt-idp-available", "server-error", "login-prompt-customization-clean", "login-prompt-connection-enabled"),
        Mistake("F64 state cookie SameSite=Strict", site => site.PortalOpenId["transactionCookie"] = new JsonObject { ["sameSite"] = "Strict" },
            "token-state-roundtrip", "samesite-strict", "session-cookie-established"),
        Mistake("F63 cookies of another path", site => site.PortalOpenId["session"] = new JsonObject { ["cookie"] = new JsonObject { ["path"] = "/elsewhere" } },
            "token-state-roundtrip", "cookie-path", "session-cookie-established", "claims-*"),
        Mistake("F68 wrong client secret", site => site.PortalOpenId["clientSecret"] = "not-the-secret-that-is-registered", "token-app-callback-seen", "http-error", "token-returned"),
        Mistake("F103 prompt=login at the second application", site => site.BillingOpenId["authorizationParams"]!["prompt"] = "login", "sso-prompt-param", "prompt-login", "sso-same-browser", "session-cookie-established"),
        Mistake("F112 redirect after logout not registered", site => site.PortalClient["post_logout_redirect_uris"] = new JsonArray(site.Portal + "bye"),
            "logout-redirect-allowed", "not-allowed", "logout-federated", "logout-landing-anonymous"),
        Mistake("F116 logout of the application alone", site => site.PortalOpenId["idpLogout"] = false, "logout-session-ended", "provider-never-called", "logout-redirect-allowed"),
        Mistake("F123 protected landing, provider not called", site =>
        {
            site.PortalOpenId["idpLogout"] = false;
            site.PortalOpenId["routes"] = new JsonObject { ["postLogoutRedirect"] = "/protected" };
        }, "logout-landing-anonymous", "instant-login", "logout-redirect-allowed", "logout-url-not-callback"),
        Mistake("F124 protected landing", site =>
        {
            site.PortalOpenId["routes"] = new JsonObject { ["postLogoutRedirect"] = "/protected" };
            site.PortalClient["post_logout_redirect_uris"] = new JsonArray(site.Portal + "protected");
        }, "logout-landing-anonymous", "prompts-again", "logout-session-ended"),
        Mistake("metadata not found", site => site.PortalOpenId["issuerBaseURL"] = site.Issuer + "/tenant", "login-prompt-authorize-seen", "application-error", "login-prompt-idp-available", "credentials-*"),
    ];

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_mistake_is_named(Action<SiteSettings> mistake, string headline, string reason, string[] mustNotFail)
    {
        var settings = _site.Settings();
        mistake(settings);
        var run = await _site.WalkAsync(settings, adjust: InOneTab);
        Assert.Multiple(() =>
        {
            Assert.That((run.Report.Headline?.Check, run.Report.Headline?.Reason), Is.EqualTo((headline, reason)), StoryOf(run));
            Assert.That(Failed(run).Where(check => mustNotFail.Any(pattern => Matches(check, pattern))), Is.Empty, StoryOf(run));
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Error), Is.Empty, StoryOf(run));
            Assert.That(run.Leaks, Is.Empty);
        });
    }

    /// <summary>Mistakes that are a warning, because the browser alone cannot tell that anybody suffers.</summary>
    [TestCase("F106", "sso-second-app-profile", "narrower-scope")]
    [TestCase("F125", "logout-session-ended", "second-application-alive")]
    public async Task Is_a_warning_and_nothing_fails(string fault, string check, string reason)
    {
        var settings = _site.Settings();
        if (fault == "F106") settings.BillingOpenId["authorizationParams"]!["scope"] = "openid profile";
        else settings.Clients[1]!.AsObject().Remove("backchannel_logout_uri");
        var run = await _site.WalkAsync(settings, adjust: InOneTab);
        Assert.Multiple(() =>
        {
            Assert.That(Warnings(run), Does.Contain((check, reason)), StoryOf(run));
            Assert.That(Failed(run), Is.Empty, StoryOf(run));
        });
    }

    [Test]
    public async Task Healthy_has_no_fail_and_only_the_warnings_that_are_due()
    {
        var run = await _site.WalkAsync(_site.Settings());
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => check.Id), Is.Empty, StoryOf(run));
            Assert.That(Warnings(run), Is.EquivalentTo(new[]
            {
                // The library asks before it logs out, whatever the hint (checklist F115).
                ("logout-redirect-allowed", "confirmation-asked"),
            }), StoryOf(run));
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Has.None.AnyOf(Verdict.Fail, Verdict.Inconclusive), StoryOf(run));
            Assert.That(run.Leaks, Is.Empty);
        });
        PermutedRecording.FailsNowhere(run.Evidence, recording: 9);
    }

    /// <summary>A public client whose tokens the browser sees, so that they are judged too.</summary>
    [Test]
    public async Task A_browser_application_has_its_tokens_judged_and_no_fail()
    {
        var run = await _site.WalkAsync(_site.Settings(), "oidc-provider-browser");
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => check.Id), Is.Empty, StoryOf(run));
            Assert.That(Warnings(run), Is.EquivalentTo(new[] { ("logout-redirect-allowed", "confirmation-asked") }), StoryOf(run));
            string[] judged = ["token-returned", "token-required-info", "claims-jwt-decodes", "claims-jwt-issuer", "claims-jwt-audience", "claims-jwt-signature", "claims-jwt-time", "claims-jwt-nonce"];
            Assert.That(run.Report.Checks.Where(check => judged.Contains(check.Id)).Select(check => check.Verdict), Is.All.EqualTo(Verdict.Pass), StoryOf(run));
            Assert.That(run.Leaks, Is.Empty);
        });
        PermutedRecording.FailsNowhere(run.Evidence, recording: 10);
    }

    /// <summary>F101: the provider's sessions idle out after four seconds, and the person walks over after six.</summary>
    [Test]
    public async Task A_session_that_idled_out_is_named()
    {
        var settings = _site.Settings();
        settings.Configuration["ttl"] = new JsonObject { ["Session"] = 4 };
        var run = await _site.WalkAsync(settings, adjust: scenario => scenario with
        {
            Expect = scenario.Expect with { SessionIdle = TimeSpan.FromSeconds(4) },
            Journey = [.. scenario.Journey.Where(step => step is not SecondTabPhase).Select(step => step is SsoPhase sso ? sso with { After = TimeSpan.FromSeconds(6) } : step)],
        });
        Assert.Multiple(() =>
        {
            Assert.That((run.Report.Headline?.Check, run.Report.Headline?.Reason), Is.EqualTo(("sso-within-session-lifetime", "idle")), StoryOf(run));
            Assert.That(Failed(run), Does.Not.Contain("sso-prompt-param").And.Not.Contain("session-cookie-established"), StoryOf(run));
        });
    }

    // No mistake here shows in a second tab.
    private static Scenario InOneTab(Scenario scenario) => scenario with { Journey = [.. scenario.Journey.Where(step => step is not SecondTabPhase)] };

    private static JsonObject Features(params (string Name, JsonObject Settings)[] features)
    {
        var all = new JsonObject { ["backchannelLogout"] = new JsonObject { ["enabled"] = true } };
        foreach (var (name, settings) in features) all[name] = settings;
        return all;
    }

    private static TestCaseData Mistake(string name, Action<SiteSettings> mistake, string headline, string reason, params string[] mustNotFail) =>
        new TestCaseData(mistake, headline, reason, mustNotFail).SetArgDisplayNames(name);

    private static IEnumerable<string> Failed(CompletedRun run) =>
        run.Report.Checks.Where(check => check.Verdict == Verdict.Fail).Select(check => check.Id);

    private static bool Matches(string check, string pattern) =>
        pattern.EndsWith('*') ? check.StartsWith(pattern[..^1], StringComparison.Ordinal) : check == pattern;

    private static IEnumerable<(string, string)> Warnings(CompletedRun run) =>
        run.Report.Checks.Where(check => check.Verdict == Verdict.Warn).Select(check => (check.Id, check.Reason));

    private string StoryOf(CompletedRun run) => Story.Of(run) + _site.Output;
}
