using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logout;

/// <summary>Judges a login that went through without a question after a logout: whose session survived, and may it?</summary>
internal static class SurvivingSession
{
    /// <summary>What to do about a SAML logout request that names the wrong subject or session.</summary>
    public const string NamingRemedy = "Send the NameID (with its Format) and the SessionIndex of the assertion that began the session, unchanged.";

    /// <returns>Null when there was no such login, so that the session that survived is the application's.</returns>
    public static Finding? Judge(LoginTransaction? login, EvidencePointer proof, LogoutFlow flow, EvidenceReader evidence)
    {
        if (login is not { Succeeded: true, WasPrompted: false })
            return null;
        if (login.Chain.Any(link => evidence.Facts.RoleOf(link) is EndpointRole.UpstreamAuthorization or EndpointRole.Upstream))
            return Upstream(proof, evidence);
        if (evidence.Expectations.ProviderLogout is false)
            return Finding.Pass("local-as-expected", "The application's session ended; the provider's lives on, as the scenario wants.", proof);
        if (AwaitsConfirmation(flow))
            return Finding.Warn("confirmation-needed",
                "The provider wants the logout confirmed; until then its session lives and lets the user in again.", proof);
        var finding = Cause(flow, NamedSubject.Mismatch(flow, evidence), [proof, EvidencePointer.Har(login.Authorization.Index, "request.url", "authorization request, answered without a prompt")]);
        return IsRequired(evidence) ? finding : finding with { Verdict = Verdict.Warn };
    }

    /// <summary>The provider stopped on a page of its own, and the browser did not come back.</summary>
    public static bool AwaitsConfirmation(LogoutFlow flow) =>
        flow.ProviderPage is { Response.Status: 200 } page && (flow.Landing is null || flow.Landing.Index == page.Index);

    /// <summary>A scenario that looks after logout wants to see everybody signed out, unless it says otherwise.</summary>
    private static bool IsRequired(EvidenceReader evidence) =>
        evidence.Expectations.ProviderLogout ?? evidence.Expectations.Journey.Contains(PhaseName.SignedOut);

    private static Finding Upstream(EvidencePointer proof, EvidenceReader evidence) => evidence.FindingOf("logout-federated").Verdict is Verdict.Fail
        ? Finding.Blocked("logout-federated", "The upstream provider let the user in again.")
        : Finding.Warn("upstream-session-alive",
            "After logout the upstream provider let the user in again without asking. Federated logout would end its session too.", proof);

    private static Finding Cause(LogoutFlow flow, NamedSubject? wrong, List<EvidencePointer> proof)
    {
        if (flow.ProviderRequest is not { } request)
        {
            return Finding.Fail("provider-never-called",
                "The application ended its own session, but never called the provider's logout: the next login passed without a question.",
                [.. proof, .. Start(flow)]) with
            { Remedy = "After clearing its own session, redirect the browser to the provider's end_session endpoint." };
        }

        if (wrong is not null)
            return Finding.Fail(wrong.Reason, $"{wrong.Sentence} The provider's session lives: the next login passed without a question.", [.. wrong.Evidence, .. proof]) with
            { Remedy = NamingRemedy };
        var called = EvidencePointer.Har(request.Index, "request.url", request.Request.Uri?.AbsolutePath);
        return flow.ByScript
            ? Finding.Fail("script-logout",
                "A script called the provider's logout, which cannot end its session: the next login passed without a question.", [.. proof, called]) with
            { Remedy = "Send the browser itself to the logout endpoint (a navigation), instead of calling it by fetch or XMLHttpRequest." }
            : Finding.Fail("provider-session-alive",
                "The provider's logout was called, but its session lives: the next login passed without a question.", [.. proof, called]) with
            { Fault = FaultOwner.IdentityProvider };
    }

    /// <summary>Where the logout began: the application's own logout, after which nothing followed.</summary>
    private static IEnumerable<EvidencePointer> Start(LogoutFlow flow) =>
        flow.Chain is [var start, ..] ? [EvidencePointer.Har(start.Index, "response.headers.location", start.Response.Headers["location"])] : [];
}
