using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Cookies;

/// <summary>What a browser does with an offered cookie and when it sends it (RFC 6265bis sections 5.7 and 5.8).</summary>
internal static class CookieRules
{
    /// <summary>Largest name and value together, in bytes, that browsers keep.</summary>
    public const int LargestCookie = 4096;

    /// <summary>Why a browser must refuse the cookie, in one word of the check's reasons; null when it may keep it.</summary>
    public static string? Refusal(SetCookie cookie, Exchange response)
    {
        var uri = response.Uri!;
        var trustworthy = RegistrableDomain.IsTrustworthy(uri);
        if (cookie.Size > LargestCookie) return "too-large";
        if (cookie.Secure && !trustworthy) return "secure-over-http";
        if (cookie.SameSite == "None" && !cookie.Secure) return "samesite-none-without-secure";
        if (cookie.Partitioned && !cookie.Secure) return "partitioned-without-secure";
        if (BreaksPrefix(cookie, trustworthy)) return "prefix-rules";
        if (cookie.Domain is { } domain && DomainRefusal(domain, uri.Host) is { } refusal) return refusal;
        return IsCrossSiteSubresource(response) && cookie.SameSite != "None" ? "samesite-in-cross-site-request" : null;
    }

    /// <summary>Whether a cookie of one host goes to another (RFC 6265 section 5.1.3).</summary>
    public static bool ReachesHost(SetCookie cookie, string offering, string host) => cookie.Domain is not { } domain
        ? host.Equals(offering, StringComparison.OrdinalIgnoreCase)
        : host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || (host.Length > domain.Length && host[^(domain.Length + 1)] == '.' && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && !RegistrableDomain.IsPublicSuffix(domain));

    /// <summary>Whether path and scheme of an address on a host that it reaches are the cookie's.</summary>
    public static bool ReachesPlace(SetCookie cookie, Exchange offer, Uri uri) =>
        PathFits(cookie.Path ?? DefaultPath(offer.Path), uri.AbsolutePath) && (!cookie.Secure || RegistrableDomain.IsTrustworthy(uri));

    /// <summary>
    /// True when SameSite surely lets the cookie through on this request. Where browsers differ (Strict behind a redirect, the two
    /// minutes' grace of a cookie without the attribute) the answer is no, so that nothing is called missing that may be right.
    /// </summary>
    public static bool SameSiteAllows(SetCookie cookie, Exchange request)
    {
        if (!request.IsDocument) return false;
        var crossSite = request.Entry.Request.Headers["sec-fetch-site"] is not ("same-origin" or "same-site" or "none");
        return cookie.SameSite switch
        {
            "None" => true,
            "Strict" => !crossSite,
            _ => !crossSite || !request.IsPost,
        };
    }

    /// <summary>
    /// Why SameSite keeps the cookie from this request, or null where it does not, or where browsers differ: Chromium sends a cookie
    /// without the attribute with a cross-site POST for two minutes, and none can tell without Fetch Metadata.
    /// </summary>
    public static string? Withholding(SetCookie cookie, Exchange request)
    {
        if (cookie.SameSite == "None" || request.Entry.Request.Headers["sec-fetch-site"] != "cross-site") return null;
        if (!request.IsDocument) return request.IsNavigation ? "not-in-cross-site-frame" : "not-in-cross-site-request";
        if (cookie.SameSite == "Strict") return "strict-from-another-site";
        return request.IsPost && cookie.SameSite == "Lax" ? "lax-in-cross-site-post" : null;
    }

    private static bool BreaksPrefix(SetCookie cookie, bool trustworthy)
    {
        if (cookie.Name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase))
            return !cookie.Secure || !trustworthy || cookie.Domain is not null || cookie.Path != "/";
        return cookie.Name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase) && (!cookie.Secure || !trustworthy);
    }

    private static string? DomainRefusal(string domain, string host)
    {
        if (domain.Equals(host, StringComparison.OrdinalIgnoreCase)) return null;
        if (!host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)) return "domain-mismatch";
        return RegistrableDomain.IsPublicSuffix(domain) ? "public-suffix" : null;
    }

    private static bool IsCrossSiteSubresource(Exchange response) =>
        response.Entry.Request.Headers["sec-fetch-site"] == "cross-site" && response.FetchDestination is not (null or "document");

    /// <summary>Whether a cookie of one path goes with a request for another (RFC 6265 section 5.1.4).</summary>
    public static bool PathFits(string cookiePath, string path) =>
        path == cookiePath || (path.StartsWith(cookiePath, StringComparison.Ordinal)
            && (cookiePath.EndsWith('/') || path[cookiePath.Length] == '/'));

    private static string DefaultPath(string path) => path.LastIndexOf('/') is > 0 and var last ? path[..last] : "/";
}
