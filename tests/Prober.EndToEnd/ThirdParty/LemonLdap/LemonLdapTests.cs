using NUnit.Framework;
using Prober.Checklist;

namespace Prober.EndToEnd.ThirdParty.LemonLdap;

/// <summary>OpenID Connect that nobody here wrote: LemonLDAP::NG with two applications on express-openid-connect.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LemonLdapTests
{
    private LemonLdapSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await LemonLdapSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>Mistakes in the software's own configuration: number in the checklist's table of faults, name, mistake, headline, reason, what must not fail.</summary>
    public static IEnumerable<TestCaseData> Mistakes =>
    [
        ThirdPartyMistake.Of<LemonLdapSettings>("F05 unknown client", site => site.PortalClient["oidcRPMetaDataOptionsClientID"] = "another",
            "login-prompt-request-valid", "unknown-client", "login-prompt-authorize-seen", "credentials-*"),
        ThirdPartyMistake.Of<LemonLdapSettings>("F07 redirect URI registered with a slash", site => Register(site, site.Applications.Portal + "callback/"),
            "login-prompt-request-valid", "trailing-slash", "credentials-*"),
        ThirdPartyMistake.Of<LemonLdapSettings>("F68 wrong client secret", site => site.PortalClient["oidcRPMetaDataOptionsClientSecret"] = "not-the-one-that-is-sent",
            "token-app-callback-seen", "http-error", "token-returned"),
        ThirdPartyMistake.Of<LemonLdapSettings>("F112 redirect after logout not registered", site => site.PortalClient["oidcRPMetaDataOptionsPostLogoutRedirectUris"] = site.Applications.Portal + "bye",
            "logout-redirect-allowed", "not-allowed", "logout-federated", "logout-landing-anonymous"),
    ];

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_mistake_is_named(Action<LemonLdapSettings> mistake, string headline, string reason, string[] mustNotFail)
    {
        var settings = _site.Settings();
        mistake(settings);
        var (run, _) = await _site.WalkAsync(settings);
        ThirdPartyMistake.IsNamed(run, headline, reason, mustNotFail, _site.Output);
    }

    [Test]
    public async Task F23_a_wrong_password_is_named()
    {
        var (run, _) = await _site.WalkAsync(_site.Settings(), password: "not-the-password");
        ThirdPartyMistake.IsNamed(run, "credentials-no-error-shown", "wrong-password", ["session-*", "login-prompt-*"], _site.Output);
        Assert.That(run.Report.Checks.Single(check => check.Id == "credentials-error-classified").Reason, Is.EqualTo("wrong-password"), Story.Of(run));
    }

    [Test]
    public async Task Healthy_has_no_fail_and_only_the_warnings_that_are_due()
    {
        var (run, raw) = await _site.WalkAsync(_site.Settings());
        Assert.Multiple(() =>
        {
            Assert.That(ThirdPartyMistake.Said(run.Report, Verdict.Fail, Verdict.Error), Is.Empty, Story.Of(run) + _site.Output);
            // This version has no back-channel logout, and the library no front-channel one: billing stays signed in (checklist F125).
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Warn).Select(check => (check.Id, check.Reason)),
                Is.EquivalentTo([("logout-session-ended", "second-application-alive"), ("extra-single-logout", "still-in")]), Story.Of(run) + _site.Output);
            Assert.That(run.Report.Phases.Select(phase => phase.Verdict), Has.None.AnyOf(Verdict.Fail, Verdict.Inconclusive), Story.Of(run));
            Assert.That(run.Leaks, Is.Empty);
        });
        await ThirdPartyRecording.FailsNowhereAsync(raw, number: 7);
    }

    private static void Register(LemonLdapSettings site, string redirectUri)
    {
        site.PortalClient["oidcRPMetaDataOptionsRedirectUris"] = redirectUri;
        site.Applications.Register(redirectUri);
    }
}
