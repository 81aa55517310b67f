using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Cookies;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Sso;

/// <summary>Cookies that the provider gave during the first login and that a browser owes it at the second.</summary>
internal static class ProviderCookies
{
    /// <summary>Names of cookies accepted, not deleted, not expired, on the path, and allowed on a link from another site.</summary>
    public static IReadOnlyList<string> Due(SecondLogin login, EvidenceFacts facts)
    {
        var request = login.Second.Authorization;
        var host = request.Request.Uri?.Host;
        return [.. facts.Cookies
            .Where(offer => offer.Entry.Index >= login.First.Authorization.Index && offer.Entry.Index < request.Index && offer.Entry.Request.Uri?.Host == host)
            .GroupBy(offer => offer.Name, StringComparer.Ordinal)
            .Select(offers => offers.Last())
            .Where(offer => IsAlive(offer, request))
            .Select(offer => offer.Name)];
    }

    public static IReadOnlyList<string> SentWith(HarEntry entry) => Reports.CookieNames.SentWith(entry);

    private static bool IsAlive(CookieOffer offer, HarEntry request) =>
        !offer.IsDeletion && offer.RefusedBecause is null && !(offer.Expires <= request.StartedAt) &&
        !"strict".Equals(offer.SameSite, StringComparison.OrdinalIgnoreCase) && Covers(offer, request);

    /// <summary>Path matching of RFC 6265 section 5.1.4, with the default path of the response that offered it.</summary>
    private static bool Covers(CookieOffer offer, HarEntry request)
    {
        var path = offer.Path is { Length: > 0 } given && given[0] == '/' ? given : DefaultPath(offer.Entry.Request.Uri);
        var asked = request.Request.Uri?.AbsolutePath ?? "/";
        return asked == path || (asked.StartsWith(path, StringComparison.Ordinal) && (path.EndsWith('/') || asked[path.Length] == '/'));
    }

    private static string DefaultPath(Uri? uri) =>
        uri?.AbsolutePath is { } path && path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "/";
}
