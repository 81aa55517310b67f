using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Redaction;

namespace Prober.Checklist.Checks.Token;

/// <summary>Whether the state came back as it was sent and the application could find it again.</summary>
public sealed class StateRoundtrip : Check
{
    private const string Id = "token-state-roundtrip";
    private const string CallbackSeen = "token-app-callback-seen";
    private const int ShortestState = 8;

    private static readonly Dictionary<string, string> Remedies = new()
    {
        ["state-differs"] =
            "Find what changes the parameter: a proxy, a rewriting rule, two logins that share one cookie, or an answer meant for another browser.",
        ["samesite-post"] = "Give the application's state cookie SameSite=None and Secure, or have the answer returned in the query.",
        ["samesite-strict"] = "Give the application's state cookie SameSite=Lax: the identity provider's answer always comes from another site.",
        ["cookie-path"] = "Give the state cookie a path that covers the callback, or none.",
        ["host-changed"] =
            "Begin and end the login on the same host: redirect one name (www or not, localhost or 127.0.0.1) to the other before the login.",
        ["cookie-refused"] = "Make the state cookie one that browsers accept on this host: Secure needs https, SameSite=None needs Secure.",
        ["cookie-missing"] =
            "Look for what removes the state cookie: another tab's login, a full cookie jar, or a lifetime shorter than the login.",
        ["callback-repeated"] =
            "Keep the callback from being fetched twice (refresh, back button, prefetch); redirect away from it at once.",
        ["cached-callback"] = "Send Cache-Control: no-store on the callback and purge the proxy's cache.",
        ["application-refused-state"] =
            "Share session and data-protection keys between the application's nodes, and look at the lifetime of its state cookie.",
    };

    public override CheckInfo Info { get; } = new(
        Id, Stage.Token, CheckClass.Root,
        "Did the state come back as it was sent, and could the application still find it?",
        "State protects the login from answers of strangers; lost cookies, two hosts or two tabs break it and look like random failures.",
        "Compare state and state cookie before and after the login: same value, same host, cookie sent with the callback.")
    {
        Reads = [CallbackSeen],
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording with cookies and unmasked state values",
        References = ["RFC 6749 section 10.12", "RFC 6265bis section 5.8.3"],
        Reasons = new Dictionary<string, string>
        {
            ["returned"] = "the same state came back",
            ["state-differs"] = "another state came back",
            ["samesite-post"] = "the answer came as a POST of another site, which carries no Lax or Strict cookie",
            ["samesite-strict"] = "the answer came from another site, to which no Strict cookie goes",
            ["cookie-path"] = "the cookie that holds the state is valid for another path",
            ["host-changed"] = "the login began on another host than it ended on",
            ["cookie-refused"] = "the browser had to refuse the cookie that holds the state",
            ["cookie-missing"] = "the cookie that holds the state did not come back",
            ["callback-repeated"] = "the same callback was fetched twice",
            ["cached-callback"] = "the callback came out of a cache",
            ["application-refused-state"] = "the application said so",
            ["no-state"] = "no state was sent; PKCE alone ties the answer to the browser",
            ["state-not-returned"] = "the provider did not return the state",
            ["state-reused"] = "two logins used the same state",
            ["predictable"] = "the state is shorter than eight characters",
            ["request-named"] = "no RelayState was sent; the answer names the request it belongs to",
            ["unasked"] = "the login was started by the provider",
            ["values-redacted"] = "the export masks the values",
            ["no-callback"] = "no callback was seen",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var callbackSeen = evidence.FindingOf(CallbackSeen);
        if (callbackSeen.Verdict == Verdict.Fail || callbackSeen.BlockedBy is not null)
            return Finding.Blocked(callbackSeen.BlockedBy ?? CallbackSeen, "No usable callback, so no state came back.");
        var course = LoginCourse.Of(evidence);
        if (course.Decisive is not { Callback: { } callback } login || login.Error is not null)
            return course.OwnedByOther(Id) ?? Finding.Inconclusive("no-callback", "No callback with a result was seen.");
        if (evidence.Facts.Has("values-redacted"))
            return Finding.Inconclusive("values-redacted", "The export masks state values, so they cannot be compared.");
        if (StateProblem.Of(evidence.Facts, login) is { } problem)
            return Finding.Fail(problem.Reason, problem.Summary, problem.Evidence)
                with
            { Remedy = Remedies.GetValueOrDefault(problem.Reason) };
        if (login.Protocol != LoginProtocol.OpenIdConnect) return RelayRoundtrip.Judge(evidence, login, callback);
        var pointer = EvidencePointer.Har(callback.Index, "request.state", login.CallbackParameters.GetValueOrDefault("state"));
        if (login.State is not { } state) return NoState(login, pointer);
        if (!login.CallbackParameters.ContainsKey("state"))
            return Finding.Warn("state-not-returned", "The state was sent, but the answer does not carry it.", pointer)
                with
            { Fault = FaultOwner.IdentityProvider };
        if (evidence.Facts.Interactive.Any(other => other.Index != login.Index && other.State == state))
            return Finding.Warn("state-reused", "Two logins used the same state.", pointer)
                with
            { Remedy = "Make a new random state for every request." };
        return LengthOf(state) < ShortestState
            ? Finding.Warn("predictable", $"The state has only {LengthOf(state)} characters.", pointer)
            with
            { Remedy = "Use at least 128 random bits." }
            : Finding.Pass("returned", "The state came back as it was sent.", pointer);
    }

    private static Finding NoState(LoginTransaction login, EvidencePointer pointer) =>
        login.Parameters.ContainsKey("code_challenge")
            ? Finding.Warn("no-state", "No state was sent; PKCE alone ties the answer to the browser.", pointer)
        : Finding.NotApplicable("unasked",
            "No state was sent (or it is inside a signed or pushed request), so there is nothing to compare.", pointer);

    private static int LengthOf(string state) => Fingerprint.TryReadLength(state, out var length) ? length : state.Length;
}
