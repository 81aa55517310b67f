using Prober.Checklist;
using Prober.Checklist.Reports;

namespace Prober.Tests.Reporting.Samples;

/// <summary>A checklist's answers for a healthy run; each sample changes what differs.</summary>
internal static class SampleChecks
{
    private static readonly (string Id, Stage Stage, Verdict Verdict, string Question, string Summary)[] Rows =
    [
        ("login-prompt-shown", Stage.LoginPrompt, Verdict.Pass, "Does a person without a session reach a login prompt?", "The login page at login.example.com showed an identifier and a password field after 0.8 s."),
        ("login-prompt-authorize-seen", Stage.LoginPrompt, Verdict.Pass, "Is there a call to the authorization server?", "The browser called https://login.example.com/authorize for client portal."),
        ("login-prompt-request-valid", Stage.LoginPrompt, Verdict.Pass, "Did the authorization server accept the request?", "The authorization request was accepted."),
        ("login-prompt-connection-enabled", Stage.LoginPrompt, Verdict.Pass, "Is the connection enabled for the application?", "The login page offered the expected connection."),
        ("login-prompt-idp-available", Stage.LoginPrompt, Verdict.Pass, "Is the remote authorization service available?", "Every call to login.example.com was answered; the slowest took 310 ms."),
        ("login-prompt-customization-clean", Stage.LoginPrompt, Verdict.Inconclusive, "Does the login page work without its customization?", "The login page came out of the box or its customization cannot be told apart."),
        ("credentials-no-error-shown", Stage.Credentials, Verdict.Pass, "Is an error message shown after entering credentials?", "After the password the flow went on; no error was shown."),
        ("credentials-error-classified", Stage.Credentials, Verdict.NotApplicable, "What does the error mean?", "No error was shown."),
        ("credentials-password-expired", Stage.Credentials, Verdict.Pass, "Has the password expired?", "Nothing on the way spoke of an expired password."),
        ("credentials-browser-console", Stage.Credentials, Verdict.Warn, "Does the browser's console show errors before the return?", "The console reported 1 blocked script on the login page, which did not stop the flow."),
        ("session-second-tab", Stage.Session, Verdict.Pass, "Is a second tab signed in without a prompt?", "The second tab was signed in after 0.6 s without a prompt, by the provider's session alone too."),
        ("session-cookie-established", Stage.Session, Verdict.Pass, "Did the provider set a session cookie?", "Cookie auth0 was set with Secure, HttpOnly and SameSite=None, and came back."),
        ("session-app-established", Stage.Session, Verdict.Pass, "Does the application keep a session of its own?", "Cookie .portal.session was set and came back."),
        ("logs-entry-created", Stage.Logs, Verdict.Inconclusive, "Is there a log entry for this login?", "No access to the provider's log was configured."),
        ("logs-idp-response-error", Stage.Logs, Verdict.Pass, "Does the authorization server's response hold an error?", "No response on the way held an error."),
        ("profile-attributes-present", Stage.Profile, Verdict.Inconclusive, "Are the profile's attributes there?", "No access to the provider's users was configured."),
        ("token-app-callback-seen", Stage.Token, Verdict.Pass, "Did the browser call the application's callback?", "GET https://portal.example.com/callback was called with a code and answered 302."),
        ("token-returned", Stage.Token, Verdict.Inconclusive, "Was a token returned to the application?", "The application redeems its code on the server, which no browser sees."),
        ("claims-jwt-audience", Stage.Claims, Verdict.NotApplicable, "Is the token meant for this application?", "No token was visible to the browser."),
        ("claims-saml-decodes", Stage.Claims, Verdict.NotApplicable, "Does the assertion decode?", "The flow is OpenID Connect."),
        ("sso-second-app-login", Stage.Sso, Verdict.Pass, "Does the second application sign in without a prompt?", "billing was signed in after 0.9 s without a prompt."),
        ("sso-prompt-param", Stage.Sso, Verdict.Pass, "Does the second application force a prompt?", "billing's request carries no prompt parameter."),
        ("app-logs-no-errors", Stage.AppLogs, Verdict.Inconclusive, "Do the application's logs show errors?", "No log file was given."),
        ("logout-session-ended", Stage.Logout, Verdict.Pass, "Is everybody really out after logout?", "The protected page asked for credentials again in both tabs."),
        ("logout-redirect-allowed", Stage.Logout, Verdict.Pass, "Is the logout redirect URL registered?", "The provider sent the browser to https://portal.example.com/bye."),
        ("logout-federated", Stage.Logout, Verdict.NotApplicable, "Was the upstream session ended too?", "No upstream provider took part."),
        ("extra-clock-skew", Stage.Extra, Verdict.Pass, "Do the clocks agree?", "Servers and browser differ by less than 2 s."),
    ];

    public static IReadOnlyList<CheckResult> Healthy() => [.. Rows.Select(Build)];

    public static IReadOnlyList<CheckResult> With(this IReadOnlyList<CheckResult> checks, string id, Func<CheckResult, CheckResult> change) =>
        [.. checks.Select(check => check.Id == id ? change(check) : check)];

    /// <summary>What follows a broken login: everything after it waits.</summary>
    public static IReadOnlyList<CheckResult> BlockedAfter(this IReadOnlyList<CheckResult> checks, string id)
    {
        var place = checks.ToList().FindIndex(check => check.Id == id);
        return [.. checks.Select((check, i) => i <= place || check.Verdict is not Verdict.Pass ? check : Block(check, id))];
    }

    private static CheckResult Block(CheckResult check, string by) => check with
    {
        Verdict = Verdict.Inconclusive,
        Reason = "blocked",
        Summary = "The login did not come this far.",
        BlockedBy = by,
        Evidence = [],
    };

    private static CheckResult Build((string Id, Stage Stage, Verdict Verdict, string Question, string Summary) row) => new()
    {
        Id = row.Id,
        Stage = row.Stage,
        Class = row.Id is "login-prompt-shown" or "session-second-tab" or "logout-session-ended" ? CheckClass.Outcome : CheckClass.Root,
        Question = row.Question,
        Verdict = row.Verdict,
        Reason = row.Verdict switch { Verdict.Pass => "ok", Verdict.Warn => "script-blocked", Verdict.Inconclusive => "no-source", _ => "not-asked" },
        Summary = row.Summary,
        Why = "A person who cannot answer this looks in the wrong place for the fault.",
        Remedy = row.Verdict == Verdict.Warn ? "Add the script's origin to the content security policy of the login page." : null,
        AnsweredBy = row.Verdict == Verdict.Inconclusive ? "read access to the provider's log, or a log file of the application" : null,
        Evidence = row.Verdict switch
        {
            Verdict.Pass when row.Stage == Stage.LoginPrompt => [EvidencePointer.Har(1, "response.status", "302")],
            Verdict.Warn => [EvidencePointer.Console(3, "Refused to load the script 'https://cdn.example.org/brand.js'")],
            _ => [],
        },
    };
}
