using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Session;

/// <summary>Whether the identity provider set a usable session cookie and the browser brought it back.</summary>
public sealed class CookieEstablished : Check
{
    private const string Id = "session-cookie-established";
    private const string Credentials = "credentials-no-error-shown";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Session, CheckClass.Root,
        "Did the identity provider establish a session cookie that the browser sends back?",
        "The session at the provider is this cookie: without it every tab and every application asks again.",
        "Serve the identity provider over https, let no proxy rewrite Set-Cookie, and raise the proxy's header buffers.")
    {
        Reads = [Credentials],
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "a recording with cookies that calls the provider a second time",
        References = ["RFC 6265bis sections 5.6 to 5.8"],
        Reasons = new Dictionary<string, string>
        {
            ["established"] = "set, and sent with a later request",
            ["in-jar"] = "set and kept by the browser",
            ["never-offered"] = "no session cookie was set, and the provider asked again",
            ["deleted"] = "it was deleted before the login was over",
            ["not-sent"] = "the browser did not send it where it should have",
            ["too-large"] = "over 4,096 bytes",
            ["secure-over-http"] = "Secure, but offered over plain http",
            ["samesite-none-without-secure"] = "SameSite=None without Secure",
            ["partitioned-without-secure"] = "Partitioned without Secure",
            ["prefix-rules"] = "the rules of __Host- or __Secure- are broken",
            ["domain-mismatch"] = "its Domain is not the host's",
            ["public-suffix"] = "its Domain is a public suffix",
            ["samesite-in-cross-site-request"] = "offered in a frame of another site without SameSite=None",
            ["transaction-cookie-lost"] = "the login page's own cookie was lost",
            ["no-secure"] = "sent over https without Secure",
            ["not-httponly"] = "readable by scripts",
            ["short-lived"] = "ends within five minutes",
            ["third-party-cookies"] = "it came back with pages, and not with a frame in another site's page",
            ["large"] = "close to the size that browsers refuse",
            ["wide-domain"] = "valid for the whole domain",
            ["sent-but-prompted"] = "it came back, and the provider asked again",
            ["no-login-here"] = "no credentials were taken by an identity provider",
            ["cookies-stripped"] = "the export has no cookies",
            ["no-second-request"] = "the provider was not called again",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        var course = LoginCourse.Of(evidence);
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } lost && !course.Reached) return RefusedBefore(evidence, lost) ?? TransactionLost(lost);
        var credentials = evidence.FindingOf(Credentials);
        if (credentials.Verdict == Verdict.Fail || credentials.BlockedBy is not null)
            return Finding.Blocked(credentials.BlockedBy ?? Credentials, "No credentials were accepted, so no session is due.");
        if (facts.Has("cookies-stripped")) return Finding.Inconclusive("cookies-stripped", "The export has no cookies.");
        if (course.Decisive is not { CredentialPost: { } submission } login)
            return Finding.Inconclusive("no-login-here", "No credentials were submitted to an identity provider.");
        if (login.Callback is null && !course.Reached)
            return course.OwnedByOther(Id) ?? Finding.Inconclusive("no-second-request", "The login did not come to its end.");
        var offers = SessionCookies.OfferedDuring(evidence, login);
        var next = SessionCookies.NextLogin(evidence, login);
        return offers.Count == 0 ? NeverOffered(next, login.Authorization.Request.Uri?.Authority, submission) : Judge(evidence, offers, next);
    }

    private static Finding NeverOffered(LoginTransaction? next, string? provider, HarEntry submission)
    {
        if (next is null)
            return Finding.Inconclusive("no-second-request",
                "No session cookie was set during the login, and the provider was not called again, so it cannot be said whether that matters.");
        var pointer = EvidencePointer.Har(
            next.Authorization.Index, "request.header.cookie", next.Authorization.Request.Headers["cookie"] is null ? "none"
            : string.Join("; ", CookieHeader.Of(next.Authorization.Request).Select(cookie => cookie.Name)));
        return next.WasPrompted
            ? Finding.Fail("never-offered",
                $"{provider} set no session cookie when the credentials were accepted, and asked again at the next request.", EvidencePointer.Har(submission.Index, "response.header.set-cookie", "none"), pointer)
                with
            {
                Remedy =
                    "Find what removes the session cookie: a proxy that drops Set-Cookie, a session store that cannot be written, or a setting that ends sessions at once."
            }
            : Finding.Pass("established", "The provider knew the user again at the next request.", pointer);
    }

    private static Finding Judge(EvidenceReader evidence, IReadOnlyList<CookieOffer> offers, LoginTransaction? next)
    {
        var alive = offers.Where(offer => offer.RefusedBecause is null && !SessionCookies.IsDeleted(evidence, offer)).ToList();
        if (alive.FirstOrDefault(offer => offer.FirstSent is not null) is { } sent) return Sent(evidence, sent, next);
        if (alive.FirstOrDefault(offer => SessionCookies.IsInJar(evidence, offer)) is { } kept)
            return Finding.Pass("in-jar", $"The session cookie {kept.Name} is in the browser's jar.", Pointer(kept));
        if (alive.FirstOrDefault(offer => offer.FirstMissing is not null) is { } missing)
        {
            return Finding.Fail("not-sent",
                $"The session cookie {missing.Name} was offered, but the browser did not send it to {missing.FirstMissing!.Request.Uri?.Authority}.", Pointer(missing),
                EvidencePointer.Har(missing.FirstMissing!.Index, "request.header.cookie",
                    missing.FirstMissing.Request.Headers["cookie"] is null ? "none"
                    : string.Join("; ", CookieHeader.Of(missing.FirstMissing.Request).Select(cookie => cookie.Name))));
        }

        if (alive.Count > 0)
            return Finding.Inconclusive("no-second-request",
                $"The session cookie {alive[0].Name} was set; the provider was not called again.", Pointer(alive[0]));
        if (offers.FirstOrDefault(offer => offer.RefusedBecause is not null) is { } refused)
            return Refused(refused);
        var deletion = SessionCookies.Deletion(evidence, offers[0])!;
        return Finding.Fail("deleted", $"{deletion.Host} deleted its session cookie {deletion.Name} before the login was over.",
            Pointer(offers[0]), Pointer(deletion))
            with
        { Remedy = "Look for a script, Action or proxy rule that ends the session right after the login." };
    }

    private static Finding Sent(EvidenceReader evidence, CookieOffer cookie, LoginTransaction? next)
    {
        EvidencePointer[] proof = [Pointer(cookie), EvidencePointer.Har(cookie.FirstSent!.Index, "request.header.cookie", cookie.Name)];
        if (next is { WasPrompted: true } && CookieHeader.Of(next.Authorization.Request).Any(sent => sent.Name == cookie.Name)
            && !SessionCookies.MayHaveEnded(evidence, next))
            return Finding.Warn("sent-but-prompted",
                $"The cookie {cookie.Name} came back, and the provider asked for credentials all the same.", proof);
        var isHttps = cookie.Entry.Request.Uri?.Scheme == "https";
        var lifetime = cookie.Expires - cookie.Entry.EndedAt;
        if (SessionCookies.KeptFromFrame(evidence, cookie) is { } frame)
            return Finding.Warn("third-party-cookies",
                $"The browser sent {cookie.Name} with pages, but kept it from a hidden frame, so that {frame.Application ?? "an application"} was told {frame.Error}: third-party cookies are blocked.",
                [.. proof, EvidencePointer.Har(frame.Authorization.Index, "request.header.cookie", "none")]) with
            {
                Fault = FaultOwner.Configuration,
                Remedy = "Let applications fall back to a visible login, renew with refresh tokens, or give the provider a custom domain in the applications' own site.",
            };
        return isHttps && !cookie.Secure ? Finding.Warn("no-secure", $"The session cookie {cookie.Name} lacks Secure.", proof)
            : !cookie.HttpOnly ? Finding.Warn(
                "not-httponly", $"The session cookie {cookie.Name} can be read by scripts (no HttpOnly).", proof)
            : lifetime < TimeSpan.FromMinutes(5)
                ? Finding.Warn("short-lived", $"The session cookie {cookie.Name} ends after {lifetime.Value.TotalSeconds:0} s.", proof)
            : cookie.Size > 3500 ? Finding.Warn(
                "large", $"The session cookie {cookie.Name} has {cookie.Size} bytes; browsers refuse more than 4096.", proof)
            : cookie.Domain is { } domain && domain != cookie.Host
                ? Finding.Warn("wide-domain", $"The session cookie {cookie.Name} is sent to all of {domain}.", proof)
            : Finding.Pass("established", $"The session cookie {cookie.Name} was set and came back.", proof);
    }

    // A provider that misses its cookie seldom knows that the browser had to refuse it.
    private static Finding? RefusedBefore(EvidenceReader evidence, ReturnedError lost) =>
        evidence.Facts.Cookies.FirstOrDefault(offer => offer.RefusedBecause is not null && offer.Entry.Index <= lost.Entry.Index
            && offer.Host == lost.Entry.Request.Uri?.Host) is { } refused ? Refused(refused) : null;

    private static Finding Refused(CookieOffer refused) =>
        Finding.Fail(refused.RefusedBecause!,
            $"The browser had to refuse the session cookie {refused.Name}: {SessionCookies.Explain(refused)}.", Pointer(refused))
            with
        { Remedy = SessionCookies.Remedy(refused) };

    private static Finding TransactionLost(ReturnedError lost) =>
        Finding.Fail("transaction-cookie-lost",
            $"The identity provider could not find the login it had begun: {lost.Description ?? lost.Code}.",
            EvidencePointer.Har(lost.Entry.Index, "response.content.error", lost.Description ?? lost.Code))
            with
        {
            Remedy =
                "Start again from the application. If it happens always, the login page's cookie is blocked, too large, or lost between two hosts."
        };

    private static EvidencePointer Pointer(CookieOffer offer) =>
        EvidencePointer.Har(offer.Entry.Index, "response.header.set-cookie", offer.Name);
}
