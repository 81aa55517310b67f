using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Looks for the request that hands the login over to the identity provider.</summary>
public sealed class AuthorizeSeen : Check
{
    public override CheckInfo Info { get; } = new(
        "login-prompt-authorize-seen", Stage.LoginPrompt, CheckClass.Root,
        "Did the browser send an authorization request to the identity provider?",
        "As long as the application does not call the provider, no setting of the provider can matter.",
        "Check the login handler and the identity provider's domain and client id in the application's settings; the provider is not involved yet.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording that begins before the login is clicked",
        References = ["RFC 6749 section 4.1.1", "RFC 9126", "RFC 9700"],
        Reasons = new Dictionary<string, string>
        {
            ["seen"] = "a well-formed request was sent",
            ["malformed"] = "the request lacks client_id or response_type",
            ["no-state-no-pkce"] = "nothing ties the answer to this browser",
            ["state-reused"] = "two requests carried the same state",
            ["http-redirect-uri"] = "the answer would travel over plain http",
            ["implicit"] = "tokens are asked for in the front channel",
            ["no-nonce"] = "an ID token is asked for without a nonce",
            ["no-openid"] = "claims are expected, but the scope openid is missing",
            ["plain-pkce"] = "PKCE without hashing",
            ["duplicate-parameters"] = "a parameter occurs twice",
            ["long-url"] = "over 2,048 characters, which some providers refuse",
            ["authorize-called-by-xhr"] = "a script called the authorization endpoint, which cannot work",
            ["silent-only"] = "only silent probes, refused, and no login after them",
            ["application-error"] = "the application answered with an error",
            ["application-unreachable"] = "the application did not answer",
            ["script-failed"] = "a script of the application could not be loaded",
            ["script-error"] = "a script of the application threw an exception",
            ["no-request"] = "the application stayed where it was",
            ["other-flow"] = "the flow has no authorization request by design",
            ["starts-mid-flow"] = "the recording begins too late",
            ["already-signed-in"] = "the application had a session",
            ["login-not-started"] = "nobody tried to log in, as far as can be seen",
        },
    };

    // How long a page may take from the silent answer to the login that it begins by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        return course.Transactions.Count > 0
            ? AuthorizationRequestRisks.Judge(evidence, course)
            : NothingSent(evidence, course);
    }

    private static Finding NothingSent(EvidenceReader evidence, LoginCourse course)
    {
        var facts = evidence.Facts;
        if (facts.Has("starts-mid-flow"))
            return Finding.Inconclusive("starts-mid-flow", "The recording begins after the authorization request.");
        if (OtherFlow(evidence) is { } flow)
            return Finding.NotApplicable("other-flow", $"The login went by {flow}, which sends no authorization request.");
        if (facts.Transactions.FirstOrDefault(transaction =>
            transaction is { IsScriptCall: true, IsUpstream: false }
            && transaction.Parameters.GetValueOrDefault("prompt") != "none") is { } called)
        {
            return Finding.Fail("authorize-called-by-xhr",
                "A script called the authorization endpoint and no page followed: a protected API answered a background request with a redirect to the login.",
                EvidencePointer.Har(called.Authorization.Index, "request.url", called.Authorization.Request.Url.Split('?')[0]))
                with
            {
                Remedy =
                    "Answer background requests of people who are not signed in with 401, and let the page navigate to the login."
            };
        }

        if (SilentOnly(evidence, course) is { } silent) return silent;
        if (course.Tabs.Any(tab => tab.State == TabState.SignedIn))
            return Finding.Inconclusive("already-signed-in", "The application was signed in without asking the identity provider.");
        return ApplicationTrouble.Of(evidence, course)
            ?? (course.Phase is { Outcome: PhaseOutcome.NotReached or PhaseOutcome.TimedOut } phase
            ? Stayed(evidence, phase)
            : Finding.Inconclusive(AlreadySignedIn(evidence) ? "already-signed-in"
                : "login-not-started", "No authorization request was sent, and nothing shows that one was due."));
    }

    private static Finding Stayed(EvidenceReader evidence, PhaseRecord phase)
    {
        var page = evidence.Traffic.Entries.LastOrDefault(evidence.Facts.IsDocument);
        var what = phase.Steps.Count > 0 ? phase.Steps[^1] : "the application was opened";
        return page is null
            ? Finding.Inconclusive("login-not-started", "Not a single page was loaded.")
            : Finding.Fail("no-request", $"After \"{what}\" the browser stayed at the application and never called an identity provider.",
                EvidencePointer.Har(page.Index, "request.url", page.Request.Url.Split('?')[0]));
    }

    private static Finding? SilentOnly(EvidenceReader evidence, LoginCourse course)
    {
        var probes = evidence.Facts.Transactions.Where(transaction => transaction is { IsSilent: true, IsUpstream: false }).ToList();
        if (probes.Count == 0 || course.Reached || !probes.TrueForAll(probe => probe.Error is not null)) return null;
        // A file that ends with the answer cannot tell that nothing came of it: the page may have shown a login button.
        var answer = probes[^1].Chain[^1];
        if (!course.IsLive && evidence.Traffic.Entries.All(entry => entry.StartedAt < answer.EndedAt + Patience))
        {
            return Finding.Inconclusive("login-not-started",
                $"The application asked silently and was told {probes[^1].Error}; the recording ends there, before a login could follow.",
                EvidencePointer.Har(answer.Index, "error", probes[^1].Error));
        }

        return Finding.Fail("silent-only",
            $"The application only asked silently (prompt=none), was told {probes[^1].Error}, and never sent the person to the login.",
            EvidencePointer.Har(probes[^1].Authorization.Index, "request.query.prompt", "none"),
                EvidencePointer.Har(answer.Index, "error", probes[^1].Error))
            with
        { Remedy = "Start an interactive login when the silent one answers login_required." };
    }

    private static bool AlreadySignedIn(EvidenceReader evidence) =>
        evidence.Traffic.Entries.FirstOrDefault(evidence.Facts.IsDocument) is { Response.Status: 200 } first
            && first.Request.Headers["cookie"] is not null;

    private static string? OtherFlow(EvidenceReader evidence)
    {
        var grants = evidence.Facts.TokenExchanges.Select(exchange => exchange.GrantType).ToList();
        if (grants.Contains("password")) return "password grant";
        if (grants.Any(grant => grant?.EndsWith("device_code", StringComparison.Ordinal) == true)) return "device grant";
        if (evidence.Traffic.Entries.Any(entry => entry.Request.Uri?.AbsolutePath is "/co/authenticate" or "/passwordless/start"))
            return "embedded login";
        return evidence.Traffic.Entries.Any(entry => FormBody.Of(entry.Request)?.Has("SAMLResponse") == true)
            ? "an assertion that the provider sent unasked" : null;
    }
}
