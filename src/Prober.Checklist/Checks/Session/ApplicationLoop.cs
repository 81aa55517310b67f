using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Checks.Session;

/// <summary>Explains a login loop by the first thing in it that cannot work.</summary>
internal static class ApplicationLoop
{
    public static Finding Judge(EvidenceReader evidence, LoginCourse course, LoginLoop loop)
    {
        var rounds =
            $"{loop.Rounds} rounds of {string.Join(" → ", loop.Cycle)}{(loop.StoppedByBrowser ? ", until the browser gave up" : "")}";
        var pointer = EvidencePointer.Har(
            (loop.Restart ?? loop.Entries[0]).Index, "response.header.location",
            evidence.Facts.RedirectedTo(loop.Restart ?? loop.Entries[0])?.Request.Url.Split('?')[0]);
        if (CookieTrouble(evidence, course) is { } trouble)
            return trouble with
            {
                Summary = $"{trouble.Summary} The login goes round in circles: {rounds}.",
                Evidence = [.. trouble.Evidence, pointer]
            };
        var callback = loop.Entries.FirstOrDefault(entry => evidence.Facts.RoleOf(entry) == EndpointRole.ApplicationCallback);
        if (callback is not null && evidence.Facts.RedirectedTo(callback) is { } next
            && evidence.Facts.RoleOf(next) == EndpointRole.Authorization)
        {
            return Finding.Fail("callback-protected",
                $"The application's callback answers with a new login instead of taking the result: {rounds}.",
                EvidencePointer.Har(callback.Index, "response.header.location", next.Request.Url.Split('?')[0]), pointer)
                with
            {
                Remedy =
                    $"Let {callback.Request.Url.Split('?')[0]} through without a login; the handler of the callback must run before the guard."
            };
        }

        return callback is not null && !SetsCookie(evidence, callback)
            ? Finding.Fail("no-cookie", $"The application sets no session cookie at its callback and asks for a login again: {rounds}.",
                EvidencePointer.Har(callback.Index, "response.header.set-cookie", "none"), pointer)
                with
            {
                Remedy =
                    "See whether the callback's handler runs at all: a guard in front of it, another route, or an error it swallows keeps the result from being used."
            }
            : Finding.Fail("loop", $"The login goes round in circles: {rounds}.", pointer);
    }

    private static bool SetsCookie(EvidenceReader evidence, Evidence.Har.HarEntry callback) => evidence.Facts.Has("cookies-stripped")
        || evidence.Facts.Cookies.Any(offer =>
            offer.Entry == callback && !offer.IsDeletion
            && !PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(offer.Name)));

    /// <summary>The application's session cookie that the browser refused or did not send, as a failure; null when its cookies are
    /// fine.</summary>
    public static Finding? CookieTrouble(EvidenceReader evidence, LoginCourse course)
    {
        var callbacks = course.Transactions.Select(transaction => transaction.Callback).ToHashSet();
        var offers = evidence.Facts.Cookies.Where(offer =>
            !offer.IsDeletion && callbacks.Contains(offer.Entry)
            && !PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(offer.Name))).ToList();
        if (offers.FirstOrDefault(offer => offer.RefusedBecause is not null && offer.FirstSent is null) is { } refused)
        {
            return Finding.Fail(refused.RefusedBecause == "too-large" ? "cookie-too-large"
                : "cookie-refused",
                $"The browser had to refuse the application's session cookie {refused.Name}: {SessionCookies.Explain(refused)}.",
                Pointer(refused))
                with
            { Remedy = SessionCookies.Remedy(refused) };
        }

        if (evidence.Facts.Has("cookies-stripped")
            || offers.FirstOrDefault(offer => offer is { FirstSent: null, FirstMissing: not null }) is not { } unsent) return null;
        return Finding.Fail("cookie-not-sent",
            $"The application's session cookie {unsent.Name} was set at the callback, but did not come back.", Pointer(unsent),
            EvidencePointer.Har(unsent.FirstMissing!.Index, "request.header.cookie", "without it"))
            with
        {
            Remedy =
                $"Compare Domain, Path and SameSite of {unsent.Name} with {unsent.FirstMissing.Request.Uri?.GetLeftPart(UriPartial.Path)}."
        };
    }

    private static EvidencePointer Pointer(CookieOffer offer) =>
        EvidencePointer.Har(offer.Entry.Index, "response.header.set-cookie", offer.Name);
}
