using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Session;

/// <summary>Which cookies make up the provider's session, and what became of them.</summary>
internal static class SessionCookies
{
    /// <summary>
    /// Cookies set between accepting the credentials and the answer, by their known name, or any that is not known to be something else: those of
    /// the provider that the application asked, and only when it set none those of the host that took the credentials. With an upstream provider
    /// these are two, and it is the first one's session that every application relies on.
    /// </summary>
    public static IReadOnlyList<CookieOffer> OfferedDuring(EvidenceReader evidence, LoginTransaction login)
    {
        if (login.CredentialPost is not { } submission) return [];
        var kind = evidence.Expectations.Provider.Kind;
        var during = evidence.Facts.Cookies.Where(offer =>
            !offer.IsDeletion && offer.Entry.Index >= submission.Index && (login.Callback is not { } callback || offer.Entry.Index < callback.Index)
            && (EndpointTable.Default.IsSessionCookie(kind, offer.Name) ?? !PatternTable.Default.NotSessionCookies.Any(pattern => pattern.Matches(offer.Name)))).ToList();
        return Of(login.Authorization) is { Count: > 0 } asked ? asked : Of(submission);

        List<CookieOffer> Of(HarEntry host) => [.. during.Where(offer => offer.Entry.Request.Uri is { } uri && uri.Authority == host.Request.Uri?.Authority)];
    }

    /// <summary>The next login at the same provider that was not preceded by a logout.</summary>
    public static LoginTransaction? NextLogin(EvidenceReader evidence, LoginTransaction login) =>
        evidence.Facts.Interactive.FirstOrDefault(next =>
        next.Authorization.Index > (login.Callback?.Index ?? login.Authorization.Index)
            && next.Authorization.Request.Uri?.Authority == login.Authorization.Request.Uri?.Authority
        && next.Authorization.Index < LogoutIndex(evidence));

    /// <summary>The deletion that ended the cookie before any logout, or null.</summary>
    public static CookieOffer? Deletion(EvidenceReader evidence, CookieOffer offer) =>
        evidence.Facts.Cookies.LastOrDefault(later =>
            later.Entry.Index >= offer.Entry.Index && later != offer && later.Entry.Index < LogoutIndex(evidence)
            && later.Name == offer.Name && later.Host == offer.Host
                && (later.Path ?? "/") == (offer.Path ?? "/")) is { IsDeletion: true } deletion ? deletion : null;

    public static bool IsDeleted(EvidenceReader evidence, CookieOffer offer) => Deletion(evidence, offer) is not null;

    /// <summary>A silent request in a frame that came without the cookie and was refused, though the browser had it and no logout came between.</summary>
    public static LoginTransaction? KeptFromFrame(EvidenceReader evidence, CookieOffer cookie) =>
        evidence.Facts.Transactions.FirstOrDefault(probe =>
            probe is { IsSilent: true, IsScriptCall: false, IsUpstream: false, Error: "login_required" or "interaction_required" }
            && probe.Authorization.Index > cookie.Entry.Index && probe.Authorization.Index < LogoutIndex(evidence)
            && probe.Authorization.Request.Uri?.Host == cookie.Host
            && CookieHeader.Of(probe.Authorization.Request).All(sent => sent.Name != cookie.Name)
            && evidence.Facts.TabOf(probe.Authorization) is var tab
            && evidence.Facts.Interactive.Any(visible => visible.Authorization.Index > probe.Authorization.Index
                && evidence.Facts.TabOf(visible.Authorization) == tab
                && CookieHeader.Of(visible.Authorization.Request).Any(sent => sent.Name == cookie.Name)));

    /// <summary>True when the provider may rightly ask again: the request demands it, or the session's lifetime is over.</summary>
    public static bool MayHaveEnded(EvidenceReader evidence, LoginTransaction next)
    {
        var parameters = next.Parameters;
        if (parameters.GetValueOrDefault("prompt") is "login" or "select_account" || parameters.ContainsKey("max_age")) return true;
        var host = next.Authorization.Request.Uri?.Authority;
        var lastContact = evidence.Traffic.Entries.Take(next.Authorization.Index)
            .LastOrDefault(entry => entry.Request.Uri?.Authority == host);
        return lastContact is not null && evidence.Expectations.SessionIdle is { } idle
            && next.Authorization.StartedAt - lastContact.EndedAt >= idle;
    }

    public static bool IsInJar(EvidenceReader evidence, CookieOffer offer) => evidence.Bundle.Cookies.Value?
        .Where(snapshot => snapshot.At >= offer.Entry.StartedAt)
        .Any(snapshot => snapshot.Cookies.Any(cookie => cookie.Name == offer.Name && cookie.Value == offer.Value)) == true;

    public static string Explain(CookieOffer offer) => offer.RefusedBecause switch
    {
        "too-large" => $"it has {offer.Size} bytes, browsers keep at most 4096",
        "secure-over-http" => "it says Secure, but came over plain http",
        "samesite-none-without-secure" => "it says SameSite=None without Secure",
        "partitioned-without-secure" => "it says Partitioned without Secure",
        "prefix-rules" => "it breaks the rules of its __Host- or __Secure- prefix",
        "domain-mismatch" => $"its Domain {offer.Domain} is not part of {offer.Host}",
        "public-suffix" => $"its Domain {offer.Domain} is a public suffix",
        _ => "it came in a request of another site without SameSite=None",
    };

    public static string Remedy(CookieOffer offer) => offer.RefusedBecause switch
    {
        "too-large" => $"Keep less in {offer.Name}, for instance group claims, or keep it on the server.",
        "secure-over-http" => $"Serve {offer.Host} over https; behind a proxy that ends TLS, tell the application so (X-Forwarded-Proto).",
        "samesite-none-without-secure" or "partitioned-without-secure" => $"Add Secure to {offer.Name} and serve {offer.Host} over https.",
        "prefix-rules" => $"Give {offer.Name} Secure, Path=/ and no Domain, or drop the prefix.",
        "domain-mismatch" or "public-suffix" => $"Set {offer.Name} without Domain, or with a Domain that contains {offer.Host}.",
        _ => $"Give {offer.Name} SameSite=None and Secure, or set it in a page of its own.",
    };

    private static int LogoutIndex(EvidenceReader evidence) => evidence.Facts.Logout?.Chain is [var first, ..] ? first.Index : int.MaxValue;
}
