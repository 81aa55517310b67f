using Prober.Checklist.Checks.AppLogs;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Session;

/// <summary>Whether the application kept the login it was given, or sent the browser back to log in again.</summary>
public sealed class ApplicationEstablished : Check
{
    private const string Id = "session-app-established";
    private const string CallbackSeen = "token-app-callback-seen";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Session, CheckClass.Root,
        "Did the application establish its own session after the callback?",
        "An application that forgets the login at once sends the browser round in circles, and the provider gets the blame.",
        "Find why the application does not keep its session: cookie not accepted (Secure, SameSite, size, domain), callback protected by login, clock skew, or keys not shared between its nodes.")
    {
        Reads = [CallbackSeen, "token-state-roundtrip", "token-returned", .. Token.CallbackSeen.AssertionRules],
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording that goes on to the application's page",
        References = ["RFC 6265bis sections 5.6 to 5.8"],
        Reasons = new Dictionary<string, string>
        {
            ["established"] = "the application's page came after the callback",
            ["loop"] = "callback and login repeat, with no single cause in sight",
            ["cookie-too-large"] = "the application's cookie is larger than browsers keep",
            ["cookie-refused"] = "the browser had to refuse the application's cookie",
            ["cookie-not-sent"] = "the application's cookie did not come back",
            ["no-cookie"] = "the callback set no cookie",
            ["callback-protected"] = "the callback itself asks for a login",
            ["not-signed-in"] = "the application's page came, but nobody is signed in",
            ["callback-repeated"] = "the callback was called twice",
            ["strict-cookie"] = "the application's cookie is SameSite=Strict, which the landing after a login of another site lacks",
            ["large-cookie"] = "the application's cookie is close to what browsers refuse",
            ["not-seen"] = "what came after the callback is not known",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var loop = evidence.Facts.Loops.FirstOrDefault(loop =>
            loop.Entries.Any(entry => course.Phase is null || Within(course.Phase, entry)));
        if (course.Transactions.Any(transaction => transaction.Error is not null) && course.OwnedByOther(Id) is { } refused) return refused;
        if (loop is not null && !course.Reached) return ApplicationLoop.Judge(evidence, course, loop);
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } told && !course.Reached)
            return Finding.Fail("loop", $"The identity provider saw the browser come back again and again ({told.Code}).",
                EvidencePointer.Har(told.Entry.Index, "response", told.Code));
        // A person who was let in all the same was given enough.
        foreach (var earlier in Info.Reads.Where(id => !course.Reached || !Token.CallbackSeen.AssertionRules.Contains(id)))
        {
            var finding = evidence.FindingOf(earlier);
            if (finding.Verdict == Verdict.Fail || finding.BlockedBy is not null)
                return Finding.Blocked(finding.BlockedBy ?? earlier, "The application was not given a login it could keep.");
        }

        if (course.Decisive is not { Succeeded: true, Callback: { } callback } login)
            return Finding.Inconclusive("not-seen", "No callback with a result was seen.");
        if (course.Reached) return Healthy(evidence, login, callback);
        var unfinished = Unfinished(evidence, course, callback);
        return unfinished.Reason == "not-signed-in" ? unfinished.Quoting(ApplicationCause.Of(evidence, login)) : unfinished;
    }

    private static Finding Healthy(EvidenceReader evidence, LoginTransaction login, HarEntry callback)
    {
        var pointer = EvidencePointer.Har(callback.Index, "response.status", $"{callback.Response.Status}");
        if (evidence.Facts.CallbackRequests(login).Count > 1)
            return Finding.Warn("callback-repeated", "The callback was called twice with the same code; the second can only fail.",
                pointer);
        var cookies = evidence.Facts.Cookies.Where(offer =>
            offer.Entry == callback && !offer.IsDeletion
            && !PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(offer.Name))).ToList();
        if (cookies.FirstOrDefault(offer => offer.SameSite == "Strict") is { } strict)
            return Finding.Warn("strict-cookie",
                $"The application's cookie {strict.Name} is SameSite=Strict: the first page after a login that began on another site comes without it.", EvidencePointer.Har(callback.Index, "response.header.set-cookie", strict.Name)) with
            { Remedy = "Use SameSite=Lax for the session cookie." };
        if (cookies.FirstOrDefault(offer => offer.Size > 3500) is { } large)
            return Finding.Warn("large-cookie",
                $"The application's cookie {large.Name} has {large.Size} bytes; browsers refuse more than 4096.",
                EvidencePointer.Har(callback.Index, "response.header.set-cookie", large.Name))
                with
            { Remedy = SessionCookies.Remedy(large with { RefusedBecause = "too-large" }) };
        return Finding.Pass("established", "The application's page came after the callback.", pointer);
    }

    private static Finding Unfinished(EvidenceReader evidence, LoginCourse course, HarEntry callback)
    {
        if (ApplicationLoop.CookieTrouble(evidence, course) is { } trouble && RestartedLogin(course, callback)) return trouble;
        var tab = course.Tab(TabLook.AfterCredentials) ?? course.Tab(TabLook.Result);
        if (tab is { State: TabState.Anonymous or TabState.Prompted, SignedInMarker: false }
            && evidence.Facts.ApplicationHosts.Contains(Authority(tab.Url)))
            return Finding.Fail("not-signed-in", $"After the callback the application shows a page of nobody: {tab.Url}.",
                EvidencePointer.Har(callback.Index, "response.status", $"{callback.Response.Status}"),
                EvidencePointer.Tab(course.IndexOf(tab), "state", $"{tab.State}"));
        return Finding.Inconclusive("not-seen", course.Phase?.Detail ?? "What came after the callback is not known.");
    }

    private static bool RestartedLogin(LoginCourse course, HarEntry callback) =>
        course.Transactions.Any(transaction => transaction.Authorization.Index > callback.Index);

    private static bool Within(PhaseRecord phase, HarEntry entry) => entry.StartedAt >= phase.StartedAt && entry.StartedAt <= phase.EndedAt;

    private static string Authority(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority : "";
}
