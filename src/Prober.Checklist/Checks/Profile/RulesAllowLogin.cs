using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Rules, Actions and policies of the provider run after the password was accepted, and may still refuse the login.</summary>
public sealed class RulesAllowLogin : Check
{
    private const string Id = "profile-rules-actions-ok";

    /// <summary>So much the whole pipeline may take before people think the login hangs.</summary>
    private static readonly TimeSpan SlowPipeline = TimeSpan.FromSeconds(5);

    public override CheckInfo Info { get; } = new(
        Id,
        Stage.Profile,
        CheckClass.Root,
        Question: "Did the provider's rules and policies let the user through?",
        Why: "A rule that refuses or breaks ends a login whose password was right, and only its own message says why.",
        Remedy: "Read the rule's message. Disable rules and Actions one by one, or assign the user to the application; each must call back exactly once and catch its own errors.")
    {
        Owner = FaultOwner.Configuration,
        References = ["RFC 6749 section 4.1.2.1 (access_denied)", "https://auth0.com/docs/customize/actions/actions-overview"],
        AnsweredBy = "the identity provider's log",
        Reasons = new Dictionary<string, string>
        {
            ["allowed"] = "The login went through, so nothing refused it.",
            ["denied"] = "A rule, policy or the user refused the login.",
            ["denied-and-retried"] = "The same, and the application tried again at once, which cannot help while the provider's session lives.",
            ["action-failed"] = "An Action threw an exception.",
            ["log-denied"] = "The log says that a rule, an Action or a policy refused the login.",
            ["wrong-state"] = "A page that an Action redirects to came back with another state than it was given.",
            ["continued-twice"] = "The page that an Action redirects to came back twice.",
            ["never-continued"] = "The page that an Action redirects to never came back.",
            ["redirect-hop"] = "An Action sends the browser over another page, and it came back.",
            ["action-error-ignored"] = "An Action threw an exception, and the login went through all the same.",
            ["legacy-rules"] = "Rules, which the vendor ends, are still enabled.",
            ["slow-pipeline"] = "The provider took more than five seconds between the last page and its answer, which is when rules and Actions run.",
            ["no-signal"] = "No login went through, and no rule spoke.",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var hop = PipelineHop.Of(evidence, course);
        if (!course.Reached && hop is not null && Stuck(course, hop) is { } stuck) return stuck;
        var denials = evidence.Facts.Errors.Where(error => error.Owner == Id && !error.IsSilentSignal).ToList();
        if (denials is [var denial, ..])
            return Denied(denial, denials.Count(again => again.Where == denial.Where), course.Reached ? null : LoggedCause.Of(evidence));
        if (!course.Reached && LoggedCause.Of(evidence) is { Check: Id } cause) return Logged(evidence, cause);
        return evidence.Facts.Interactive.FirstOrDefault(transaction => transaction.Succeeded)?.Callback is { } callback
            ? Suspicious(evidence, hop) ?? Finding.Pass("allowed", "The login went through, so no rule or policy refused it.", EvidencePointer.Har(callback.Index, "request.query", "callback with an answer"))
            : course.OwnedByOther(Id) ?? Finding.Inconclusive("no-signal", "No login went through, and nothing shows whether a rule had a part in it.");
    }

    private static Finding? Stuck(LoginCourse course, PipelineHop hop)
    {
        if (hop.Strange is { } strange)
            return Finding.Fail("wrong-state", $"An Action sent the browser to {hop.Where}, which came back to {strange.Request.Uri?.AbsolutePath} with another state than it was given.",
                EvidencePointer.Har(strange.Index, "request.query.state", PipelineHop.StateOf(strange)), EvidencePointer.Har(hop.Page.Index, "request.query.state", PipelineHop.StateOf(hop.Page))) with
            { Remedy = $"Have the page at {hop.Where} hand back the state parameter exactly as it came." };
        if (hop.IsTwice)
            return Finding.Fail("continued-twice", $"The page at {hop.Where} came back to the provider twice; the second time its login is over.",
                EvidencePointer.Har(hop.Returns[^1].Index, "request.url", hop.Returns[^1].Request.Uri?.AbsolutePath));
        return hop.Returns.Count == 0 && course.IsLive && course.Stopper is null
            ? Finding.Fail("never-continued", $"An Action sent the browser to {hop.Where}, which never came back to the provider's /continue.",
                EvidencePointer.Har(hop.Page.Index, "request.url", hop.Page.Request.Url.Split('?')[0])) with
            { Remedy = $"Have the page at {hop.Where} return to /continue of the provider with the state it was given." }
            : null;
    }

    private static Finding Logged(EvidenceReader evidence, LoggedCause cause)
    {
        var action = ProviderEvents.Of(evidence)?.LoginFailure is { Event.Code: "actions_execution_failed" } failure
            ? failure.Detail("action_name") ?? failure.Detail("action", "name") ?? "an Action" : null;
        return action is null
            ? Finding.Fail("log-denied", $"{cause.Words}.", cause.Pointer)
            : Finding.Fail("action-failed", $"The Action {action} threw an exception. {cause.Words}.", cause.Pointer) with
            { Remedy = $"Mend {action}, and have it catch its own errors; each Action must call its API exactly once." };
    }

    private static Finding? Suspicious(EvidenceReader evidence, PipelineHop? hop)
    {
        if (ProviderEvents.Of(evidence)?.OfLogin.FirstOrDefault(logged => logged is { Failed: true, Topic: "pipeline" }) is { } ignored)
            return Finding.Warn("action-error-ignored", $"The login went through, but the log says {ignored.Words}.", ignored.Pointer);
        if (evidence.Bundle.Configuration.Value?.Pipeline?.FirstOrDefault(step => step is { Kind: "rule", Enabled: true }) is { } rule)
            return Finding.Warn("legacy-rules", $"The rule {rule.Name} is still enabled; Auth0 ends rules on 18 November 2026.", EvidencePointer.Api("rules", rule.Name)) with
            { Remedy = "Move rules to Actions." };
        return Slow(evidence) ?? (hop is { Returns.Count: > 0 }
            ? Finding.Warn("redirect-hop", $"An Action sends every login over {hop.Where}; if that page fails, nobody logs in.",
                EvidencePointer.Har(hop.Page.Index, "request.url", hop.Page.Request.Url.Split('?')[0]))
            : null);
    }

    // The request that the provider answers with the way back to the application is the one that the pipeline runs in.
    private static Finding? Slow(EvidenceReader evidence)
    {
        var answering = evidence.Facts.Interactive.Where(transaction => transaction.Succeeded).Select(transaction => transaction.Callback).OfType<HarEntry>()
            .Select(evidence.Facts.RedirectedFrom).OfType<HarEntry>().MaxBy(entry => entry.TimeMs);
        return answering is null || answering.TimeMs <= SlowPipeline.TotalMilliseconds ? null
            : Finding.Warn("slow-pipeline", $"The provider took {answering.TimeMs / 1000:0.0} s to answer after the last page; rules and Actions run in that time.",
                EvidencePointer.Har(answering.Index, "time", $"{answering.TimeMs:0} ms")) with
            { Remedy = "Look for slow calls to other services in rules and Actions (Auth0: the executions in the log's details), and give each a time limit." };
    }

    private static Finding Denied(ReturnedError denial, int times, LoggedCause? cause)
    {
        var said = string.IsNullOrWhiteSpace(denial.Description) ? "" : $": “{denial.Description.Trim()}”";
        EvidencePointer[] proof = [EvidencePointer.Har(denial.Entry.Index, "error", denial.Code), .. cause is null ? Array.Empty<EvidencePointer>() : [cause.Pointer]];
        return times < 3
            ? Finding.Fail("denied", $"The provider refused the login after the password with '{denial.Code}'{said}.", proof)
            : Finding.Fail("denied-and-retried", $"The provider refused the login {times} times with '{denial.Code}'{said}; the application tries again at once.", proof) with
            { Remedy = "Show the refusal to the user instead of starting the next login; ask with prompt=login or log out first." };
    }
}
