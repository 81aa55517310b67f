using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Logs;

/// <summary>The provider's own log of this login: is there an event, and does it speak of success?</summary>
public sealed class EntryCreated : Check
{
    private const string ResponseError = "logs-idp-response-error";
    private const string BrokerCallback = "credentials-broker-callback-seen";

    public override CheckInfo Info { get; } = new(
        "logs-entry-created", Stage.Logs, CheckClass.Mirror,
        "Did the identity provider log this login, and as a success?",
        "No event means that the login never came back to the provider; a failure event names the reason that the page hides.",
        "No event at the provider: look upstream and at the network. With an event: its description field tells the cause.")
    {
        Reads = [BrokerCallback],
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "the identity provider's log (management API or an export) for the time of the run",
        References = ["https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes"],
        Reasons = new Dictionary<string, string>
        {
            ["success"] = "the log has the login as a success",
            ["failure-event"] = "the log has an event that says why the login failed",
            ["no-entry"] = "the log was read whole and knows nothing of this login",
            ["success-but-failed"] = "the log says success, and the application was not reached all the same",
            ["failure-before-success"] = "a failure was logged before the success",
            ["other-user"] = "the log has a success of another user only",
            ["warnings-only"] = "the log has warnings only",
            ["incomplete"] = "the log could not be read whole, so a missing event means nothing",
            ["nothing-to-log"] = "the login never came far enough to be logged",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var events = ProviderEvents.Needed(evidence);
        var course = LoginCourse.Of(evidence);
        // What the provider passed on to the application has its owner in the answer itself.
        if (!course.Reached && course.Errors.Any(error => error.Owner == ResponseError))
            return Finding.Blocked(ResponseError, "The error that the provider returned says what its log can only repeat.");
        if (events.LoginFailure is { } failure)
            return Finding.Fail("failure-event", $"The identity provider's log says {failure.Words}.", failure.Pointer) with { Remedy = failure.Code!.Reading };
        var successes = events.OfLogin.Where(logged => logged is { Result: LogResult.Success, Topic: "login" or "token" or "silent" }).ToList();
        if (successes is [.., var success]) return Succeeded(course, events, success);
        return events.Strangers.FirstOrDefault(logged => logged is { Result: LogResult.Success, Topic: "login" }) is { } stranger && course.Reached
            ? Finding.Warn("other-user", "The log has a successful login of this application, but of another user.", stranger.Pointer)
            : events.OfLogin.FirstOrDefault(logged => logged.Result is LogResult.Warning) is { } warning
                ? Finding.Warn("warnings-only", $"The log has no success, only {warning.Words}.", warning.Pointer)
            : Absent(evidence, course, events);
    }

    private static Finding Succeeded(LoginCourse course, ProviderEvents events, LoggedEvent success)
    {
        if (!course.Reached && course.IsLive)
            return Finding.Warn("success-but-failed",
                $"The identity provider's log says {success.Words}, but the application was not reached signed in: the fault lies behind the provider.", success.Pointer);
        return events.OfLogin.FirstOrDefault(logged => logged is { Failed: true, Topic: "login" or "limit" or "token" } && logged.Index < success.Index) is { } earlier
            ? Finding.Warn("failure-before-success", $"The log says {earlier.Words} before the login succeeded.", earlier.Pointer, success.Pointer)
            : Finding.Pass("success", $"The identity provider's log says {success.Words}.", success.Pointer);
    }

    private static Finding Absent(EvidenceReader evidence, LoginCourse course, ProviderEvents events)
    {
        if (!events.Log.IsComplete || events.Log.From > events.From.AddSeconds(60))
            return Finding.Inconclusive("incomplete", $"The log was not read whole{(events.Log.Problems is [var problem, ..] ? $" ({problem})" : "")}, so a missing event means nothing.");
        if (evidence.FindingOf(BrokerCallback) is { Verdict: Verdict.Fail }) return Finding.Blocked(BrokerCallback, "The login never came back to the provider, so it has nothing to log.");
        if (course.Stopper is { Owner: { } owner }) return Finding.Blocked(owner, "The login was stopped before the provider had anything to log.");
        if (course.Decisive?.Callback is not { } callback)
            return Finding.Inconclusive("nothing-to-log", "The login never came far enough to be logged.");
        return Finding.Fail("no-entry",
            $"The log was read whole from {events.Log.From:HH:mm:ss}Z to {events.Log.To:HH:mm:ss}Z ({events.Log.Events.Count} events) and knows nothing of this login, though it came back to the application.",
            EvidencePointer.Har(callback.Index, "request.url", callback.Request.Url.Split('?')[0]), EvidencePointer.Log(null, "events", $"{events.Log.Events.Count}, none of this client and user")) with
        { Remedy = "See whether the log belongs to this tenant, and whether another tenant or environment answered the login." };
    }
}
