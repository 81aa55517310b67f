using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using Prober.Tests.Checklist.Checks.Logout;
using Prober.Tests.Checklist.Checks.Sso;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks;

/// <summary>What log, records and settings add to checks that the browser alone can answer in part.</summary>
public sealed class UpgradedByWitnessesTests
{
    [Test]
    public void Settings_decide_whether_a_connection_is_enabled() => Assert.Multiple(() =>
    {
        Assert.That(Refused().Configuration(settings => settings with { Clients = [settings.Clients[0] with { Connections = [] }] })
            .Ask("login-prompt-connection-enabled") is { Verdict: Verdict.Fail, Reason: "no-connections" }, Is.True);
        Assert.That(Refused().Expect(expected => expected with { Connection = "staff" }).Configuration()
            .Ask("login-prompt-connection-enabled") is { Verdict: Verdict.Fail, Reason: "connection-disabled" }, Is.True);
        Assert.That(Refused().Expect(expected => expected with { Connection = Connection }).Configuration()
            .Ask("login-prompt-connection-enabled") is { Verdict: Verdict.Pass, Reason: "enabled" }, Is.True);
    });

    [Test]
    public void A_connection_may_be_missing_for_the_organization_alone()
    {
        var request = HealthyFlow.Authorize("portal", "1") + "&organization=org_1";
        var result = EvidenceBuilder.Live().Change("portal-login", step => step.Redirect(request)).Change("authorize", step => step with { Url = request })
            .Expect(expected => expected with { Connection = Connection })
            .Configuration(settings => settings with { Organizations = [new("org_1", "acme", ["other"])] }).Ask("login-prompt-connection-enabled");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "not-for-organization")));
    }

    [Test]
    public void A_directory_that_is_down_is_the_headline_of_a_general_error()
    {
        var report = Refused("Something went wrong").Log(Event("fc", "connector not reachable")).Judge();

        Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("login-prompt-idp-available", "connector-failed")));
    }

    [Test]
    public void A_rate_limit_in_the_log_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live().Log(Event("s"), Event("api_limit", client: null)).Ask("login-prompt-idp-available") is { Verdict: Verdict.Warn, Reason: "provider-warned" }, Is.True);

    [Test]
    public void The_sessions_limits_come_from_the_settings() =>
        Assert.That(SsoEvidence.Prompted(EvidenceBuilder.Live()).Change("billing", step => step with { AfterMs = 120_000 })
            .Configuration(settings => settings with { Session = new(TimeSpan.FromMinutes(1), null, null) }).Ask("sso-within-session-lifetime")
            is { Verdict: Verdict.Fail, Reason: "idle" }, Is.True);

    [Test]
    public void A_refused_return_names_the_list_and_the_nearest_entry()
    {
        var result = LogoutEvidence.Refused(EvidenceBuilder.Live())
            .Configuration(settings => settings with { Clients = [settings.Clients[0] with { AllowedLogoutUrls = [HealthyFlow.Portal + "/signed-out/"] }] })
            .Log(Event("s"), Event("flo", "return_to is not allowed", seconds: 3)).Ask("logout-redirect-allowed");

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "not-allowed")));
            Assert.That(result.Summary, Does.Contain("trailing-slash"));
            Assert.That(result.Evidence.Select(pointer => pointer.Source), Is.SupersetOf(new[] { EvidenceKind.Api, EvidenceKind.Log }));
        });
    }

    [Test]
    public void A_wildcard_lets_anybody_under_it_return() =>
        Assert.That(EvidenceBuilder.Live().Configuration(settings => settings with { Clients = [settings.Clients[0] with { AllowedLogoutUrls = ["https://*.localhost:7001/signed-out"] }] })
            .Ask("logout-redirect-allowed") is { Verdict: Verdict.Warn, Reason: "wildcard-match" }, Is.True);

    [Test]
    public void The_log_tells_of_a_federated_logout_that_failed() =>
        Assert.That(FederatedFlow.Begin().Expect(expected => expected with { FederatedLogout = true })
            .Change("end-session", step => step with { Url = step.Url + "&federated=" }).Log(Event("s"), Event("federated_logout_failed", seconds: 3))
            .Ask("logout-federated") is { Verdict: Verdict.Fail, Reason: "upstream-error" }, Is.True);

    [TestCase("Unauthorized: invalid client secret", "invalid-client")]
    [TestCase("Failed to verify code verifier", "invalid-grant")]
    [TestCase("Invalid authorization code", "invalid-grant")]
    public void The_log_names_why_an_exchange_between_servers_failed(string description, string reason)
    {
        var result = EvidenceBuilder.Live().Change("callback", step => step.WithoutCookies().Redirect("/failed"))
            .EndLoginAt("callback", new EvidenceStep("failed", "GET", HealthyFlow.Portal + "/failed", 200) { Body = "<p>We could not sign you in</p>" })
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Error, tab => tab with { Url = HealthyFlow.Portal + "/failed" })
            .Log(Event("s"), Event("feacft", description, seconds: 1.2)).Ask("token-returned");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
    }

    [Test]
    public void An_action_that_throws_is_the_headline_whatever_the_callback_says()
    {
        var denied = $"{HealthyFlow.Portal}/signin-oidc?error=server_error&error_description=Something%20went%20wrong&state={EvidenceStep.Fp("state-1")}";
        var details = (JsonObject)JsonNode.Parse("""{"action_name":"Add department"}""")!;
        var report = EvidenceBuilder.Live().EndLoginAt("resume").Change("resume", step => step.Redirect(denied))
            .InsertAfter("resume", new EvidenceStep("denied", "GET", denied, 200) { Body = "<p>no</p>" })
            .Log(Event("actions_execution_failed", "TypeError: x is undefined", details: details)).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("profile-rules-actions-ok", "action-failed")));
            Assert.That(report.Headline?.Summary, Does.Contain("Add department"));
        });
    }

    [TestCase("other", "wrong-state", Verdict.Fail)]
    [TestCase(null, "never-continued", Verdict.Fail)]
    public void A_page_that_an_action_redirects_to_must_come_back_with_its_state(string? state, string reason, Verdict verdict)
    {
        var hop = $"https://terms.localhost:7010/accept?state={EvidenceStep.Fp("hop")}";
        var back = $"{HealthyFlow.Provider}/continue?state={EvidenceStep.Fp(state ?? "")}";
        var builder = EvidenceBuilder.Live().Change("resume", step => step.Redirect(hop)).EndLoginAt("resume",
            state is null
                ? [new EvidenceStep("hop", "GET", hop, 200) { Body = "<h1>Terms</h1>" }]
                : [new EvidenceStep("hop", "GET", hop, 302).Redirect(back),
                    new EvidenceStep("back", "GET", back, 400) { Body = FaultEvidence.ErrorHtml("invalid_request", "Invalid state") }]);
        var report = builder.AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Error, tab => tab with { Url = back }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("profile-rules-actions-ok", reason)));
            Assert.That(report.Headline is not null ? Verdict.Fail : Verdict.Pass, Is.EqualTo(verdict));
        });
    }

    [Test]
    public void Rules_that_are_still_enabled_are_a_warning() =>
        Assert.That(EvidenceBuilder.Live().Configuration(settings => settings with { Pipeline = [new("whitelist", "rule", Enabled: true)] }).Ask("profile-rules-actions-ok").Reason,
            Is.EqualTo("legacy-rules"));

    [Test]
    public void The_log_classifies_an_error_that_the_page_blurs() => Assert.Multiple(() =>
    {
        Assert.That(Refused("Something went wrong").Log(Event("limit_wc", "blocked")).Ask("credentials-no-error-shown").Reason, Is.EqualTo("lockout"));
        Assert.That(Refused("Something went wrong").Log(Event("limit_wc", "blocked")).Ask("credentials-error-classified") is { Verdict: Verdict.Pass, Reason: "lockout" }, Is.True);
    });

    [Test]
    public void An_expired_password_behind_a_general_error_is_told_by_the_directorys_line()
    {
        var report = Refused("Something went wrong", 500).ServerLog(
            Line("80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 532, v4563", seconds: 0.8)).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("credentials-password-expired", "expired")));
            Assert.That(report.Checks.Single(check => check.Id == "profile-ldap-mapper-ok").Verdict, Is.Not.EqualTo(Verdict.Fail));
        });
    }

    [Test]
    public void The_users_record_knows_of_a_password_that_must_be_changed() => Assert.Multiple(() =>
    {
        Assert.That(Refused().Users(Record() with { RequiredActions = ["UPDATE_PASSWORD"] }).Ask("credentials-password-expired") is { Verdict: Verdict.Fail }, Is.True);
        Assert.That(EvidenceBuilder.Live().Connected(connection => connection with { PasswordLifetimeDays = 90 })
            .Users(Record() with { LastPasswordReset = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Ask("credentials-password-expired").Reason, Is.EqualTo("overdue"));
    });

    [Test]
    public void A_redirect_uri_is_compared_with_the_registered_ones() =>
        Assert.That(FaultEvidence.ErrorPage(live: true, 400, "invalid_request", "The specified 'redirect_uri' is not valid for this client application.")
            .Expect(expected => expected with { Applications = [] })
            .Configuration(settings => settings with { Clients = [settings.Clients[0] with { CallbackUrls = [HealthyFlow.Portal + "/signin-oidc/"] }] })
            .Ask("login-prompt-request-valid").Reason, Is.EqualTo("trailing-slash"));

    [Test]
    public void A_broken_login_page_that_is_customised_and_works_elsewhere_is_so_named()
    {
        var result = FaultEvidence.ScriptBlocked(live: true).Configuration(settings => settings with { CustomLoginTemplate = true })
            .Alternate(AlternateOutcome.SignedIn).Ask("login-prompt-customization-clean");

        Assert.That(result.Summary, Does.Contain("customised").And.Contain("works"));
    }

    private static EvidenceBuilder Refused(string text = "Wrong email or password", int status = 400) => FaultEvidence.WrongPassword(live: true, status, text);
}
