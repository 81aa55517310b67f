using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Errors;

/// <summary>What is wrong with the way of the <c>state</c> parameter from the application and back (RFC 6749 section 10.12).</summary>
/// <param name="Reason">A reason of <c>token-state-roundtrip</c>.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Evidence">What proves it.</param>
internal sealed record StateProblem(string Reason, string Summary, IReadOnlyList<EvidencePointer> Evidence)
{
    /// <summary>Null when the state came back as it was sent and the application could find it.</summary>
    public static StateProblem? Of(EvidenceFacts facts, LoginTransaction transaction)
    {
        if (transaction.Callback is not { } callback || transaction.Error is not null || facts.Has("values-redacted")) return null;
        var answered = transaction.AnsweredState;
        if (transaction.State is { } sent && answered is not null && sent != answered)
        {
            var name = transaction.Protocol switch { LoginProtocol.Saml => "RelayState", LoginProtocol.WsFederation => "wctx", _ => "state" };
            return new("state-differs", $"The {name} that came back is not the one that the application sent.",
            [
                EvidencePointer.Har(transaction.Authorization.Index, $"request.query.{name}", sent),
                EvidencePointer.Har(callback.Index, $"request.{name}", answered),
            ]);
        }

        // A cache answers with whatever it kept, even somebody else's failure under status 200.
        if (callback.Response.Status is > 0 and < 400 && !RestartsLogin(facts, callback) && !(IsCached(callback) && OfText(callback) is not null)) return null;
        return OfRepetition(facts, transaction, callback)
            ?? (facts.Has("cookies-stripped") ? null : OfCookie(facts, transaction, callback)) ?? OfText(callback);
    }

    private static bool RestartsLogin(EvidenceFacts facts, HarEntry callback) =>
        facts.RedirectedTo(callback) is { } next && facts.RoleOf(next) == EndpointRole.Authorization && facts.Loops.Count == 0;

    private static StateProblem? OfRepetition(EvidenceFacts facts, LoginTransaction transaction, HarEntry callback)
    {
        if (IsCached(callback))
            return new("cached-callback", "The callback was answered from a cache, which knows nothing of this login.",
                [EvidencePointer.Har(callback.Index, "response.header.x-cache", callback.Response.Headers["x-cache"]
                ?? callback.Response.Headers["age"])]);
        var again = facts.CallbackRequests(transaction).FirstOrDefault(entry => entry.Index < callback.Index);
        return again is null ? null : new(
            "callback-repeated",
            "The same callback address was fetched twice (refresh, back button or prefetch); its state can be used once.",
            [EvidencePointer.Har(again.Index, "request.url", Short(again)),
                EvidencePointer.Har(callback.Index, "request.url", Short(callback))]);
    }

    private static StateProblem? OfCookie(EvidenceFacts facts, LoginTransaction transaction, HarEntry callback)
    {
        var offers = facts.Cookies.Where(offer => !offer.IsDeletion && offer.Entry.Index <= transaction.Authorization.Index
            && PatternTable.Default.TransactionCookies.Any(pattern => pattern.Matches(offer.Name))).ToList();
        var sent = CookieHeader.Of(callback.Request);
        if (offers.Count == 0 || offers.Any(offer => sent.Any(cookie => cookie.Name == offer.Name && cookie.Value == offer.Value)))
            return null;
        var offer = offers[^1];
        EvidencePointer[] proof = [EvidencePointer.Har(offer.Entry.Index, "response.header.set-cookie", offer.Name),
            EvidencePointer.Har(callback.Index, "request.header.cookie", sent.Count == 0 ? null
            : string.Join("; ", sent.Select(cookie => cookie.Name)))];
        var (reason, why) = Why(offer, transaction, callback);
        return new(reason, $"The application's cookie {offer.Name}, which holds the state, did not come back with the callback: {why}.",
            proof);
    }

    private static (string Reason, string Why) Why(CookieOffer offer, LoginTransaction transaction, HarEntry callback)
    {
        var host = callback.Request.Uri?.Host;
        if (offer.RefusedBecause is { } refusal) return ("cookie-refused", $"the browser had to refuse it ({refusal})");
        if (host is not null && !host.Equals(offer.Host, StringComparison.OrdinalIgnoreCase)
            && (offer.Domain is null || !host.EndsWith(offer.Domain, StringComparison.OrdinalIgnoreCase)))
            return ("host-changed", $"the login began on {offer.Host} and came back to {host}");
        if (transaction.CallbackKind == CallbackKind.FormPost && offer.SameSite is not "None")
            return ("samesite-post", $"the answer came as a cross-site POST, which carries no SameSite={offer.SameSite ?? "Lax"} cookie");
        if (offer.SameSite == "Strict" && callback.Request.Headers["sec-fetch-site"] == "cross-site")
            return ("samesite-strict", "the answer came from another site, to which a SameSite=Strict cookie does not answer");
        if (callback.Request.Uri is { } uri && offer.Path is { } path && !CookieRules.PathFits(path, uri.AbsolutePath))
            return ("cookie-path", $"it is valid for {path} and below, not for {uri.AbsolutePath}");
        return ("cookie-missing", "it was deleted or had expired");
    }

    private static StateProblem? OfText(HarEntry callback) =>
        PatternTable.Default.ApplicationStateTexts.First(VisibleText.Of(callback.Response.Body)) is { } text
            ? new("application-refused-state", $"The application did not accept the state: \"{PageError.Clean(text)}\".",
                [EvidencePointer.Har(callback.Index, "response.content.text", PageError.Clean(text))])
            : null;

    private static bool IsCached(HarEntry entry) =>
        entry.Response.Headers["x-cache"]?.Contains("HIT", StringComparison.OrdinalIgnoreCase) == true
            || (int.TryParse(entry.Response.Headers["age"], out var age) && age > 0);

    private static string Short(HarEntry entry) => entry.Request.Url.Split('?')[0];
}
