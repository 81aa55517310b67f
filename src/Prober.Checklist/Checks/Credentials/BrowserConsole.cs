using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>Errors of the browser itself between the password and the way back.</summary>
public sealed class BrowserConsole : Check
{
    private const string Id = "credentials-browser-console";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Credentials, CheckClass.Root,
        "Did the browser report errors between the credentials and the return to the application?",
        "Blocked scripts, mixed content and CORS stop a login without a trace on any server.",
        "Mend the first error quoted here: later ones are usually its consequences.")
    {
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "a live run: a HAR does not hold the console",
        References = ["https://developer.mozilla.org/docs/Web/Security/Mixed_content", "https://www.w3.org/TR/CSP3/"],
        Reasons = new Dictionary<string, string>
        {
            ["quiet"] = "nothing that matters was reported",
            ["script-error"] = "a script threw between password and return",
            ["blocked"] = "the browser blocked something of the page (policy, mixed content, CORS, certificate)",
            ["request-failed"] = "a background request of the login failed",
            ["navigation-blocked"] = "the form or the way back was blocked",
            ["origin-not-allowed"] = "the provider does not allow the page's origin",
            ["harmless-error"] = "something was reported, and the login went on",
            ["console-not-recorded"] = "a HAR does not hold the console",
            ["nothing-submitted"] = "no credentials were submitted",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } owned && !course.Reached)
            return Finding.Fail("origin-not-allowed",
                $"The identity provider refused the page's origin: {owned.Description ?? owned.Code}.",
                EvidencePointer.Har(owned.Entry.Index, "response.status", $"{owned.Entry.Response.Status}"))
                with
            {
                Fault = FaultOwner.Configuration,
                Remedy = "Add the application's origin to the allowed origins (CORS) and web origins of the client."
            };
        if (course.CredentialPosts.FirstOrDefault() is not { } submission)
            return BlockedForm(evidence, course) ?? course.OwnedByOther(Id)
                ?? Finding.Inconclusive("nothing-submitted", "No credentials were submitted, so there is no way back to watch.");
        var end = course.Decisive?.Callback?.StartedAt ?? course.Phase?.EndedAt ?? DateTimeOffset.MaxValue;
        var troubles = OfTraffic(evidence, course, submission.StartedAt, end).Concat(OfConsole(evidence, course, submission.StartedAt, end))
            .OrderBy(trouble => trouble.At).ToList();
        if (troubles.Count > 0) return Judge(course, troubles);
        return evidence.Bundle.Console.IsPresent
            ? Finding.Pass("quiet", "The browser reported nothing between the credentials and the return.",
                EvidencePointer.Har(submission.Index, "response.status", $"{submission.Response.Status}"))
            : Finding.Inconclusive("console-not-recorded", "No request failed; what the console said is not in a HAR.");
    }

    /// <summary>A form that the browser refused to send leaves no request behind, only its words in the console.</summary>
    private static Finding? BlockedForm(EvidenceReader evidence, LoginCourse course)
    {
        if (course.Reached || course.Phase is not { } phase) return null;
        var (index, entry) = (evidence.Bundle.Console.Value ?? []).Index().FirstOrDefault(item =>
            item.Item.At >= phase.StartedAt && item.Item.At <= phase.EndedAt && PatternTable.Default.BlockedForms.Matches(item.Item.Text));
        return entry is null ? null
            : Finding.Fail("navigation-blocked", $"The browser refused to send the login form: {PageError.Clean(entry.Text)}",
                EvidencePointer.Console(index, PageError.Clean(entry.Text))) with
            {
                Remedy = "Give the form an address of https on the page's own host; behind a proxy that ends TLS, tell the provider so (X-Forwarded-Proto), or allow the address in form-action.",
            };
    }

    private static Finding Judge(LoginCourse course,
        List<(DateTimeOffset At, string Reason, string What, EvidencePointer Pointer)> troubles)
    {
        var first = troubles[0];
        if (course.Reached || course.Decisive?.Callback is not null)
            return Finding.Warn("harmless-error", $"The login went on, but the browser reported: {first.What}", first.Pointer);
        if (course.OwnedByOther(Id) is { } owned) return owned;
        var isCertain = course.IsLive || first.Reason == "navigation-blocked";
        return isCertain ? Finding.Fail(
            first.Reason, $"Between the credentials and the return the browser reported: {first.What}", first.Pointer)
            : Finding.Warn(first.Reason, $"A request failed between the credentials and the return: {first.What}", first.Pointer)
                with
            { Confidence = Confidence.Low };
    }

    private static IEnumerable<(DateTimeOffset At, string Reason, string What, EvidencePointer Pointer)> OfTraffic(
        EvidenceReader evidence, LoginCourse course, DateTimeOffset from, DateTimeOffset to)
    {
        var facts = evidence.Facts;
        var owned = facts.Errors.Where(error => error.Owner is not null && error.Owner != Id).Select(error => error.Entry).ToHashSet();
        foreach (var entry in evidence.Traffic.Entries.Where(entry =>
            entry.StartedAt >= from && entry.StartedAt < to && !owned.Contains(entry)))
        {
            if (entry.Request.Uri is not { } uri || !facts.ProviderHosts.Contains(uri.Authority)
                && !facts.UpstreamHosts.Contains(uri.Authority)) continue;
            var isCall = entry.ResourceType is "fetch" or "xhr" && !PatternTable.Default.BeaconPaths.Matches(uri.AbsolutePath);
            var failed = entry.Response.Status == 0 && entry.Response.Failure is { } failure && !NetworkFailure.IsNoise(failure)
                && !NetworkFailure.IsTooManyRedirects(failure);
            if (!failed && !(isCall && entry.Response.Status >= 400)) continue;
            var isNavigation = facts.IsDocument(entry);
            if (!isNavigation && !isCall && !LoginPrompt.ApplicationTrouble.IsScript(entry)) continue;
            if (isNavigation && NetworkFailure.Outage(entry.Response.Failure) is not null) continue;
            var said = entry.Response.Status > 0 ? $"{entry.Response.Status}" : entry.Response.Failure;
            yield return (entry.StartedAt, isNavigation ? "navigation-blocked"
                : "request-failed", $"{entry.Request.Method} {entry.Request.Url.Split('?')[0]}: {said}",
                EvidencePointer.Har(entry.Index, entry.Response.Status > 0 ? "response.status" : "response.failure", said));
        }
    }

    private static IEnumerable<(DateTimeOffset At, string Reason, string What, EvidencePointer Pointer)> OfConsole(
        EvidenceReader evidence, LoginCourse course, DateTimeOffset from, DateTimeOffset to)
    {
        var hosts = course.Transactions.SelectMany(transaction => transaction.Chain.Where(entry => entry != transaction.Callback))
            .Select(entry => entry.Request.Uri?.Authority).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, entry) in (evidence.Bundle.Console.Value ?? []).Index())
        {
            if (entry.At < from || entry.At >= to || PatternTable.Default.ConsoleNoise.Any(noise => noise.Matches(entry.Text))) continue;
            if (Uri.TryCreate(entry.PageUrl, UriKind.Absolute, out var page) && !hosts.Contains(page.Authority)) continue;
            var reason = entry.Kind == ConsoleKind.PageError ? "script-error"
                : entry.Kind == ConsoleKind.Error && PatternTable.Default.BlockTexts.Matches(entry.Text) ? "blocked" : null;
            if (reason is not null)
                yield return (entry.At, reason, PageError.Clean(entry.Text)
                    ?? "", EvidencePointer.Console(index, PageError.Clean(entry.Text)));
        }
    }
}
