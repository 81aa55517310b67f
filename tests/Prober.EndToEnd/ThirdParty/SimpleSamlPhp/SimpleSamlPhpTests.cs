using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Runs;

namespace Prober.EndToEnd.ThirdParty.SimpleSamlPhp;

/// <summary>SAML that nobody here wrote: a SimpleSAMLphp identity provider with two applications on its service provider.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SimpleSamlPhpTests
{
    private SimpleSamlPhpSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await SimpleSamlPhpSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>Mistakes in the software's own configuration: number in the checklist's table of faults, name, mistake, headline, reason, what must not fail.</summary>
    public static IEnumerable<TestCaseData> Mistakes =>
    [
        Mistake("F05 application not registered", site => site.Registry.Remove(site.Portal), "login-prompt-request-valid", "unknown-client", "login-prompt-authorize-seen", "credentials-*"),
        Mistake("request not signed where it must be", site => site.Hosted["validate.authnrequest"] = true, "login-prompt-request-valid", "refused", "login-prompt-authorize-seen", "credentials-*"),
        Mistake("F37 SameSite=None over http", site => site.ProviderConfig["session.cookie.samesite"] = "None",
            "session-cookie-established", "samesite-none-without-secure", "sso-prompt-param", "token-*"),
        Mistake("F48 person not in the group", site => site.Hosted["authproc"] = new JsonObject { ["50"] = new JsonObject { ["class"] = "authorize:Authorize", ["groups"] = new JsonArray("staff") } },
            "profile-rules-actions-ok", "denied", "token-state-roundtrip", "credentials-no-error-shown"),
        Mistake("F90 consumer service registered elsewhere", site => site.PortalRegistered["AssertionConsumerService"] = site.Portal + "acs",
            "claims-saml-destination", "not-the-requested", "claims-saml-audience", "token-app-callback-seen"),
        Mistake("F90 consumer service registered for https", site => site.PortalRegistered["AssertionConsumerService"] = site.PortalRegistered["AssertionConsumerService"]!.GetValue<string>().Replace("http:", "https:", StringComparison.Ordinal),
            "claims-saml-destination", "not-the-requested", "claims-saml-audience", "token-app-callback-seen"),
        Mistake("assertion over before it arrives", site => site.Hosted["assertion.lifetime"] = -300, "claims-saml-subject-confirmation", "expired", "claims-saml-signature", "session-*"),
        Mistake("F95 provider's key rolled over", site => (site.Hosted["privatekey"], site.Hosted["certificate"], site.Metadata) = ("other.pem", "other.crt", site.KeptMetadata),
            "claims-saml-signature", "other-certificate", "claims-saml-conditions", "session-*"),
        Mistake("nothing signed", site => (site.Hosted["saml20.sign.response"], site.Hosted["saml20.sign.assertion"]) = (false, false), "claims-saml-signature", "unsigned", "claims-saml-conditions", "session-*"),
        Mistake("F98 attribute absent", site => site.User.Remove("mail"), "claims-saml-attributes", "missing", "claims-saml-status"),
        Mistake("F104 ForceAuthn at the second application", site => site.BillingService["ForceAuthn"] = true, "sso-prompt-param", "force-authn", "claims-saml-*"),
        Mistake("F112 portal's logout not registered", site => site.PortalRegistered.Remove("SingleLogoutService"), "logout-redirect-allowed", "not-allowed", "logout-federated", "logout-landing-anonymous"),
        Mistake("F116 provider's logout not known", site => site.PortalTrusts.Remove("SingleLogoutService"), "logout-session-ended", "provider-never-called", "logout-redirect-allowed"),
    ];

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_mistake_is_named(Action<SimpleSamlPhpSettings> mistake, string headline, string reason, string[] mustNotFail)
    {
        var settings = _site.Settings();
        mistake(settings);
        var (run, _) = await _site.WalkAsync(settings);
        ThirdPartyMistake.IsNamed(run, headline, reason, mustNotFail, _site.Output);
    }

    [Test]
    public async Task F23_a_wrong_password_is_named()
    {
        var (run, _) = await _site.WalkAsync(_site.Settings(), "not-the-password");
        ThirdPartyMistake.IsNamed(run, "credentials-no-error-shown", "wrong-password", ["session-*", "login-prompt-*"], _site.Output);
        Assert.That(run.Report.Checks.Single(check => check.Id == "credentials-error-classified").Reason, Is.EqualTo("wrong-password"), StoryOf(run));
    }

    [Test]
    public async Task F125_a_second_application_that_stays_signed_in_is_a_warning()
    {
        var settings = _site.Settings();
        settings.BillingRegistered.Remove("SingleLogoutService");
        var (run, _) = await _site.WalkAsync(settings);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Warn).Select(check => (check.Id, check.Reason)),
                Is.EquivalentTo([("logout-session-ended", "second-application-alive"), ("extra-single-logout", "still-in")]), StoryOf(run));
            Assert.That(ThirdPartyMistake.Said(run.Report, Verdict.Fail, Verdict.Error), Is.Empty, StoryOf(run));
        });
    }

    [Test]
    public async Task Healthy_has_no_fail_and_no_warning()
    {
        var (run, raw) = await _site.WalkAsync(_site.Settings());
        Assert.Multiple(() =>
        {
            Assert.That(ThirdPartyMistake.Said(run.Report, Verdict.Fail, Verdict.Error, Verdict.Warn), Is.Empty, StoryOf(run));
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Is.All.EqualTo(Verdict.Pass), StoryOf(run));
            string[] judged = ["claims-saml-decodes", "claims-saml-status", "claims-saml-destination", "claims-saml-in-response-to", "claims-saml-conditions",
                "claims-saml-audience", "claims-saml-subject-confirmation", "claims-saml-signature", "claims-saml-nameid", "claims-saml-attributes", "app-logs-no-errors"];
            Assert.That(run.Report.Checks.Where(check => judged.Contains(check.Id)).Select(check => check.Verdict), Has.Exactly(judged.Length).EqualTo(Verdict.Pass), StoryOf(run));
            Assert.That(run.Leaks, Is.Empty);
        });
        await ThirdPartyRecording.FailsNowhereAsync(raw, number: 8);
    }

    private static TestCaseData Mistake(string name, Action<SimpleSamlPhpSettings> mistake, string headline, string reason, params string[] mustNotFail) =>
        ThirdPartyMistake.Of(name, mistake, headline, reason, mustNotFail);

    private string StoryOf(CompletedRun run) => Story.Of(run) + _site.Output;
}
