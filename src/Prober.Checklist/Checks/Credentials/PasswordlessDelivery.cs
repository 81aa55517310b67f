using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>For a login by a code or link that is sent: was it sent, and was it accepted in the browser that asked for it?</summary>
public sealed class PasswordlessDelivery : Check
{
    private const string Id = "credentials-passwordless-delivery";
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(60);

    public override CheckInfo Info { get; } = new(
        Id, Stage.Credentials, CheckClass.Root,
        "Was the one-time code or link sent, delivered and accepted?",
        "Mail scanners open one-time links before people do, and providers cap their messages; both look like a wrong code.",
        "Use codes that are typed, or a link that wants a click to confirm: scanners spend one-time links. Check spam folder, sender limits and phone format.")
    {
        Owner = FaultOwner.Account,
        AnsweredBy = "the identity provider's log, and a recording that goes on until the code or link was used",
        References = ["https://auth0.com/docs/authenticate/passwordless"],
        Reasons = new Dictionary<string, string>
        {
            ["accepted"] = "the code or link was sent and accepted",
            ["not-passwordless"] = "the login uses no code or link that is sent",
            ["not-sent"] = "the provider could not send it, or refused to",
            ["already-used"] = "the code or link had been used before or was too old",
            ["slow"] = "it took over a minute from sending to acceptance",
            ["several-outstanding"] = "several were sent, of which only the newest works",
            ["not-seen"] = "whether it arrived cannot be seen",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var (starts, verifies) = (Steps(evidence, PasswordlessMarks.Default.StartPaths), Steps(evidence, PasswordlessMarks.Default.VerifyPaths));
        var events = ProviderEvents.Of(evidence)?.OfLogin.Where(logged => logged.Topic == "passwordless").ToList() ?? [];
        if (starts.Count == 0 && verifies.Count == 0 && events.Count == 0 && !IsPasswordless(evidence))
            return Finding.NotApplicable("not-passwordless", "The login uses no code or link that is sent to the user.");
        var course = LoginCourse.Of(evidence);
        if (!course.Reached && (NotSent(starts, events) ?? Used(evidence, course, verifies)) is { } failure) return failure;
        if (!course.Reached) return course.OwnedByOther(Id) ?? Finding.Inconclusive("not-seen", "The code or link was not seen to be used.");
        var sent = starts.Where(step => step.Request.Method == "POST").ToList();
        if (sent.Count > 1) return Finding.Warn("several-outstanding", $"{sent.Count} codes were asked for; only the newest works.", Pointer(sent[^1]));
        return sent is [var start] && verifies is [.., var verify] && verify.StartedAt - start.StartedAt > Slow
            ? Finding.Warn("slow", $"It took {(verify.StartedAt - start.StartedAt).TotalSeconds:0} s from sending to acceptance.", Pointer(start), Pointer(verify))
            : Finding.Pass("accepted", "The code or link was sent and accepted.", [.. verifies.TakeLast(1).Select(Pointer)]);
    }

    private static Finding? NotSent(IReadOnlyList<HarEntry> starts, IReadOnlyList<LoggedEvent> events)
    {
        if (starts.FirstOrDefault(step => step.Response.Status >= 400) is { } refused)
            return Finding.Fail("not-sent", $"The provider refused to send a code or link: it answered {refused.Response.Status}.", Pointer(refused)) with
            { Fault = refused.Response.Status == 429 ? FaultOwner.Configuration : FaultOwner.IdentityProvider };
        return events.FirstOrDefault(logged => logged.Failed && logged.Code!.Codes[0] is not "f") is { } failed
            ? Finding.Fail("not-sent", $"The code or link could not be sent: the log says {failed.Words}.", failed.Pointer) with { Fault = FaultOwner.IdentityProvider }
            : null;
    }

    private static Finding? Used(EvidenceReader evidence, LoginCourse course, IReadOnlyList<HarEntry> verifies)
    {
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } error)
            return Finding.Fail("already-used", $"The code or link was refused: {error.Description ?? error.Code}.",
                EvidencePointer.Har(error.Entry.Index, "response.content.error", error.Description ?? error.Code));
        if (verifies.FirstOrDefault(step => PasswordlessMarks.Default.UsedTexts.Matches(VisibleText.Of(step.Response.Body))) is { } page)
            return Finding.Fail("already-used", "The code or link had been used before or was too old.",
                EvidencePointer.Har(page.Index, "response.content.text", PasswordlessMarks.Default.UsedTexts.First(VisibleText.Of(page.Response.Body))));
        return LoggedCause.Of(evidence) is { Check: Id } cause ? Finding.Fail("already-used", $"{cause.Words}.", cause.Pointer) : null;
    }

    private static IReadOnlyList<HarEntry> Steps(EvidenceReader evidence, TextPattern paths) =>
        [.. evidence.Traffic.Entries.Where(entry => entry.Request.Uri is { } uri && paths.Matches(uri.AbsolutePath) && evidence.Facts.ProviderHosts.Contains(uri.Authority))];

    private static bool IsPasswordless(EvidenceReader evidence)
    {
        var login = LoginCourse.Of(evidence).Decisive;
        return PasswordlessMarks.Default.Connections.Matches(AccountConnection.NameOf(evidence, login))
            || PasswordlessMarks.Default.Connections.Matches(AccountConnection.Of(evidence, login)?.Strategy);
    }

    private static EvidencePointer Pointer(HarEntry entry) => EvidencePointer.Har(entry.Index, "response.status", $"{entry.Response.Status}");
}
