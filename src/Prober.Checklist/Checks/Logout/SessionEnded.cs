using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logout;

/// <summary>The heading of the stage: after logout, are the sessions really gone? What tabs show decides; the traffic alone only suggests.</summary>
public sealed class SessionEnded : LogoutCheck
{
    public override CheckInfo Info { get; } = new(
        "logout-session-ended",
        Stage.Logout,
        CheckClass.Outcome,
        Question: "Are the sessions really gone after logout?",
        Why: "On a shared machine the next person is logged in as the last one, and nobody sees it happen.",
        Remedy: "Let the application end its own session and then send the browser, not a script, to the provider's logout endpoint.")
    {
        DependsOn = ["session-app-established"],
        Reads = ["logout-redirect-allowed", "logout-federated"],
        Owner = FaultOwner.Application,
        References = ["OpenID Connect RP-Initiated Logout 1.0 section 2", "OWASP ASVS 4.0 requirement 3.3.1"],
        AnsweredBy = "a live run with a signedOut step, or a recording in which the application is opened again after logout",
        Reasons = Reasons(
            ("signed-out", "After logout the application was opened again and did not know the user."),
            ("application-session-alive", "The application let the user in without asking the provider."),
            ("provider-session-alive", "The provider let the user in again without asking."),
            ("provider-never-called", "The same, and the application had never called the provider's logout."),
            ("script-logout", "The provider's logout was called by a script, which cannot end its session."),
            ("upstream-session-alive", "The upstream provider let the user in again without asking."),
            ("local-as-expected", "The provider's session lives on, as the scenario wants."),
            ("confirmation-needed", "The provider wants the logout confirmed."),
            ("second-application-alive", "Another application still knows the user."),
            ("logout-error", "The provider refused the logout."),
            ("nobody-named", "The application's SAML logout request names no subject."),
            ("other-subject", "It names another subject than the assertion that began the session."),
            ("other-session", "It names another session than the assertion that began it."),
            ("partial-logout", "The provider could not end every session."),
            ("undecided", "What the application showed after logout is neither."),
            ("not-looked", "The evidence ends before the application was opened again.")),
    };

    private protected override Finding Judge(LogoutFlow flow, EvidenceReader evidence)
    {
        var looks = LogoutLooks.Of(evidence);
        var login = LoginAfterLogout.Of(flow, evidence);
        if (looks.Own.FirstOrDefault(look => look.Tab.State is TabState.SignedIn) is { } alive)
            return SurvivingSession.Judge(login, alive.Pointer, flow, evidence) ?? ApplicationAlive(alive);
        if (login is { Succeeded: true, WasPrompted: false })
            return SurvivingSession.Judge(login, EvidencePointer.Har(login.Authorization.Index, "request.url", "authorization request"), flow, evidence)!;
        if (RefusedBy(flow, evidence) is { } refused)
            return refused;
        if (looks.Others.FirstOrDefault(look => look.Tab.State is TabState.SignedIn) is { } other)
            return Finding.Warn("second-application-alive",
                $"{other.Tab.Application} still knows the user after the logout of {looks.Application}. Only single logout would end that.",
                other.Pointer);
        return Partial(flow) ?? Misnamed(flow, evidence) ?? SignedOut(looks, login) ?? Unseen(flow, looks);
    }

    private static Finding ApplicationAlive(LogoutLook alive) => Finding.Fail("application-session-alive",
        $"After logout {alive.Tab.Application} still let the user in without asking the provider: its own session was not ended.", alive.Pointer);

    private static Finding? Partial(LogoutFlow flow)
    {
        if (flow.Answers.FirstOrDefault(message => message.Status is { IsSuccess: false } or { SubCode: not null }) is not { Status: { } status } answer) return null;
        var pointer = EvidencePointer.Har(answer.Entry, "SAMLResponse/Status/StatusCode", status.SubCode is null ? status.Code : $"{status.Code}/{status.SubCode}");
        return status.IsSuccess || status.SubCode == "PartialLogout"
            ? Finding.Warn("partial-logout", "The provider answered the single logout with PartialLogout: at least one other application could not be reached and still knows the user.", pointer) with
            { Fault = FaultOwner.IdentityProvider, Remedy = "See which application does not answer the provider's logout request (its single logout address, its signature), and let it answer." }
            : Finding.Fail("logout-error", $"The provider answered the logout request with {status.SubCode ?? status.Code}{(status.Message is { } text ? $": {text}" : "")}.", pointer) with
            { Fault = FaultOwner.IdentityProvider, Remedy = "Sign the LogoutRequest. " + SurvivingSession.NamingRemedy };
    }

    // A provider that goes by its own cookie ends the session all the same; one that goes by the message will not.
    private static Finding? Misnamed(LogoutFlow flow, EvidenceReader evidence) => NamedSubject.Mismatch(flow, evidence) is { } wrong
        ? Finding.Warn(wrong.Reason, $"{wrong.Sentence} The session ended all the same; a stricter provider, or a second session, would live on.", wrong.Evidence) with
        { Remedy = SurvivingSession.NamingRemedy }
        : null;

    private static Finding? RefusedBy(LogoutFlow flow, EvidenceReader evidence)
    {
        if (evidence.FindingOf("logout-redirect-allowed").Verdict is Verdict.Fail)
            return Finding.Blocked("logout-redirect-allowed", "The provider refused the logout, so its end could not be seen.");
        var error = evidence.Facts.Errors.FirstOrDefault(error => error.Where is ErrorPlace.Logout && error.Owner == "logout-session-ended");
        return error is null || flow.ProviderRequest is null
            ? null
            : Finding.Fail("logout-error",
                $"The provider refused the logout: {error.Diagnosis ?? error.Code}",
                EvidencePointer.Har(error.Entry.Index, "response.status", error.Code)) with
            { Fault = FaultOwner.IdentityProvider };
    }

    private static Finding? SignedOut(LogoutLooks looks, LoginTransaction? login)
    {
        if (looks.Own is [var gone, ..] && looks.Own.All(look => look.Tab.State is TabState.Prompted or TabState.Anonymous))
            return Finding.Pass("signed-out", $"After logout {gone.Tab.Application} no longer knew the user.", gone.Pointer);
        return looks.Own.Count == 0 && login is not null && (login.WasPrompted || login.Error is "login_required")
            ? Finding.Pass("signed-out",
                "After logout the provider asked for credentials again.",
                EvidencePointer.Har(login.Authorization.Index, "request.url", "authorization request with prompt"))
            : null;
    }

    private static Finding Unseen(LogoutFlow flow, LogoutLooks looks)
    {
        if (looks.Own is [var look, ..])
            return Finding.Inconclusive("undecided",
                $"After logout {look.Tab.Application} showed neither a prompt nor a signed-in page ({look.Tab.State}).", look.Pointer);
        if (SurvivingSession.AwaitsConfirmation(flow))
            return Finding.Warn("confirmation-needed",
                "The provider shows a page that wants the logout confirmed; until then its session lives.",
                EvidencePointer.Har(flow.ProviderPage!.Index, "response.status", $"{flow.ProviderPage.Response.Status}"));
        return flow is { ByScript: true, ProviderRequest: { } request }
            ? Finding.Warn("script-logout",
                "A script called the provider's logout. Only a navigation of the browser can end its session.",
                EvidencePointer.Har(request.Index, "request.url", request.Request.Uri?.AbsolutePath))
            : Finding.Inconclusive("not-looked", "The evidence ends before the application was opened again.");
    }
}
