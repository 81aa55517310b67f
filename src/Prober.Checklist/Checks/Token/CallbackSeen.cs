using Prober.Checklist.Checks.AppLogs;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Token;

/// <summary>Whether the answer of the identity provider reached the application's callback, and what the application said.</summary>
public sealed class CallbackSeen : Check
{
    private const string Id = "token-app-callback-seen";

    /// <summary>An application that refuses a broken assertion does its duty; the broken rule owns the failure.</summary>
    internal static readonly string[] AssertionRules =
    [
        "claims-saml-decodes", "claims-saml-status", "claims-saml-signature", "claims-saml-destination", "claims-saml-in-response-to",
        "claims-saml-subject-confirmation", "claims-saml-audience", "claims-saml-conditions",
    ];

    public override CheckInfo Info { get; } = new(
        Id, Stage.Token, CheckClass.Root,
        "Did the browser call the application's callback with a result?",
        "Here the login changes hands: before it the provider is at fault, after it the application.",
        "Read the application's log at the time of the callback: the identity provider had finished, the application's handler failed.")
    {
        DependsOn = ["login-prompt-request-valid"],
        Reads = AssertionRules,
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording that goes on until the application",
        References = ["RFC 6749 section 4.1.2", "RFC 9207"],
        Reasons = new Dictionary<string, string>
        {
            ["called"] = "the callback was called with a result",
            ["http-error"] = "the application answered the callback with an error status",
            ["unreachable"] = "the application did not answer",
            ["error-returned"] = "the provider returned an error that no other check owns",
            ["no-callback"] = "the login was finished, but the application was never called",
            ["issuer-mismatch"] = "the answer names another issuer",
            ["query-dropped"] = "a redirect of the application dropped the result",
            ["called-twice"] = "the callback was called twice with the same result",
            ["cached"] = "the callback was answered from a cache",
            ["assertion-in-query"] = "an assertion came in the address, where it must not",
            ["artifact"] = "only a reference to the assertion was sent",
            ["other-channel"] = "the answer went to a native application or another window",
            ["login-incomplete"] = "the login did not come to its end",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Decisive is not { } login) return Finding.Inconclusive("login-incomplete", "No login was seen.");
        if (login.Callback is { } callback && login.Error is null) return OfAnswer(evidence, login, callback);
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } error && !course.Reached)
        {
            return Finding.Fail("error-returned",
                $"The identity provider returned {error.Code} to the application{(error.Description is { } text ? $": {text}" : "")}.",
                EvidencePointer.Har(error.Entry.Index, "request.query.error", error.Code))
                with
            {
                Fault = FaultOwner.IdentityProvider,
                Remedy = $"{error.Diagnosis ?? $"Look {error.Code} up in the identity provider's log."}"
            };
        }

        if (course.OwnedByOther(Id) is { } owned) return owned;
        return login.CallbackKind is CallbackKind.NativeScheme or CallbackKind.WebMessage
            ? Finding.Inconclusive("other-channel", "The answer went to a native application or another window, where no request shows it.")
            : NoCallback(evidence, course, login);
    }

    private static Finding OfAnswer(EvidenceReader evidence, LoginTransaction login, HarEntry callback)
    {
        var (status, address) = (callback.Response.Status, callback.Request.Url.Split('?')[0]);
        var pointer = EvidencePointer.Har(callback.Index, "response.status", $"{status}");
        if (StateProblem.Of(evidence.Facts, login) is not null)
            return Finding.Pass("called",
                $"{address} was called with a result; whether the application could use it, token-state-roundtrip says.", pointer);
        if (status is 0 or >= 400 && AssertionRules.FirstOrDefault(rule => evidence.FindingOf(rule).Verdict == Verdict.Fail) is { } broken)
            return Finding.Pass("called", $"{address} was called with an assertion; why the login ended there, {broken} says.", pointer);
        if (status >= 400)
        {
            var failed = Finding.Fail("http-error",
                $"{address} answered {status}: the identity provider had finished, the application's callback handler failed.", pointer)
                with
            {
                Remedy =
                    $"Read the application's log for {address} at {callback.StartedAt:HH:mm:ss} UTC. Usual causes: the code exchange was refused (client secret), the token was refused (clock, audience), or the handler threw."
            };
            return failed.Quoting(ApplicationCause.Of(evidence, login));
        }

        if (status == 0) return Unanswered(callback, address);
        return CallbackWarnings.Of(evidence, login, callback)
            ?? Finding.Pass("called", $"{address} was called with a result and answered {status}.", pointer);
    }

    private static Finding Unanswered(HarEntry callback, string address)
    {
        var failure = callback.Response.Failure;
        var pointer = EvidencePointer.Har(callback.Index, "response.failure", failure);
        return NetworkFailure.Outage(failure) is not null
            ? Finding.Fail("unreachable", $"{address} did not answer ({failure}).", pointer)
                with
            { Remedy = $"Start the application, or mend the host, port or certificate of {address}." }
            : Finding.Inconclusive("login-incomplete", $"The call of {address} was not answered ({failure ?? "no response recorded"}).",
                pointer);
    }

    private static Finding NoCallback(EvidenceReader evidence, LoginCourse course, LoginTransaction login)
    {
        // Only the provider's own word that the login is over makes a missing callback its fault.
        var end = login.Chain.LastOrDefault(evidence.Facts.IsDocument);
        var finished = end is not null && evidence.Facts.RoleOf(end) == EndpointRole.Resume && end.Response.Status == 200
            && !LoginControls.AreLogin(LoginControls.Of(end.Response));
        if (finished && !course.IsLive && end == evidence.Traffic.Entries[^1] && login.Parameters.GetValueOrDefault("response_mode") == "form_post")
            return Finding.Inconclusive("login-incomplete", "The recording ends with the page that posts the answer to the application.", EvidencePointer.Har(end!.Index, "response.status", $"{end.Response.Status}"));
        if (finished)
        {
            return Finding.Fail("no-callback",
                $"The login ended on {end!.Request.Url.Split('?')[0]}, a page of the identity provider; the application was never called.",
                EvidencePointer.Har(end.Index, "response.status", $"{end.Response.Status}"))
                with
            {
                Fault = FaultOwner.IdentityProvider,
                Remedy = $"Find what keeps {end.Request.Uri?.Authority} from redirecting to {login.RedirectUri}: an Action or page that answers instead, or an unknown landing address."
            };
        }

        return Finding.Inconclusive("login-incomplete", course.Phase?.Detail
            ?? "The login did not come to its end, so no callback is due.");
    }
}
