using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>The provider's part of the cookie jar as a storage state, to begin a window with.</summary>
internal static class ProviderCookies
{
    /// <summary>Null when provider and application share a host, so that their cookies cannot be told apart.</summary>
    public static string? Filter(JourneyState journey)
    {
        var hosts = HostsOf(journey);
        if (journey.Scenario.Applications.Values.Any(application => hosts.Contains(application.Url.Host))) return null;
        var jar = journey.Cookies.Snapshots[^1];
        var cookies = jar.Cookies.Where(cookie => hosts.Any(host => ApplicationSessions.Matches(cookie.Domain, host))).Select(Write);
        return new JsonObject { ["cookies"] = new JsonArray([.. cookies]), ["origins"] = new JsonArray() }.ToJsonString(JsonSerializerOptions.Web);
    }

    /// <summary>Those that are new or different since an earlier snapshot.</summary>
    public static IReadOnlyList<Cookie> Changed(JourneyState journey, CookieSnapshot since)
    {
        var hosts = HostsOf(journey);
        return [.. journey.Cookies.Snapshots[^1].Cookies.Except(since.Cookies)
            .Where(cookie => hosts.Any(host => ApplicationSessions.Matches(cookie.Domain, host))).Select(Read)];
    }

    private static HashSet<string> HostsOf(JourneyState journey)
    {
        var hosts = new HashSet<string>(journey.Scenario.Provider.Hosts, StringComparer.OrdinalIgnoreCase);
        if (Uri.TryCreate(journey.Scenario.Provider.Issuer, UriKind.Absolute, out var issuer)) hosts.Add(issuer.Host);
        if (journey.Scenario.Provider.Saml?.MetadataAddress is { } metadata) hosts.Add(metadata.Host);
        return hosts;
    }

    private static Cookie Read(JarCookie cookie) => new()
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain,
        Path = cookie.Path,
        // Playwright's number is coarse to two minutes at this size; better late than over at once.
        Expires = cookie.Expires is { } expires ? MathF.BitIncrement(expires.ToUnixTimeSeconds()) : -1,
        HttpOnly = cookie.HttpOnly,
        Secure = cookie.Secure,
        SameSite = cookie.SameSite switch { "Strict" => SameSiteAttribute.Strict, "None" => SameSiteAttribute.None, _ => SameSiteAttribute.Lax },
    };

    private static JsonNode Write(JarCookie cookie) => new JsonObject
    {
        ["name"] = cookie.Name,
        ["value"] = cookie.Value,
        ["domain"] = cookie.Domain,
        ["path"] = cookie.Path,
        ["expires"] = cookie.Expires is { } expires ? expires.ToUnixTimeMilliseconds() / 1000d : -1,
        ["httpOnly"] = cookie.HttpOnly,
        ["secure"] = cookie.Secure,
        ["sameSite"] = cookie.SameSite is "Strict" or "None" ? cookie.SameSite : "Lax",
    };
}
