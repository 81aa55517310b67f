using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>Tells by hosts, paths and session cookies whose product an identity provider is.</summary>
internal static class VendorRecognition
{
    /// <summary>A path alone may be anybody's; two kinds of endpoint at a vendor's paths are no accident.</summary>
    private const int FewestEndpoints = 2;

    /// <summary>The vendor's kind and what gave it away; null where nobody is recognised.</summary>
    public static (string Kind, string Because)? Of(EvidenceFacts facts, HarLog traffic)
    {
        var entries = traffic.Entries.Where(entry => entry.Request.Uri is { } uri && facts.ProviderHosts.Contains(uri.Authority)).ToList();
        var paths = entries.Select(entry => entry.Request.Uri!.AbsolutePath).Distinct().ToList();
        var vendors = EndpointTable.Default.Vendors.Where(vendor => vendor.Kind != EndpointTable.AnyVendor)
            .Select(vendor => (Row: vendor, Roles: paths.Select(vendor.RoleOf).OfType<EndpointRole>().Distinct().Count())).ToList();
        return ByHost(vendors, facts.ProviderHosts) ?? ByCookie(vendors, entries) ?? ByPaths(vendors);
    }

    private static (string, string)? ByHost(IReadOnlyList<(VendorEndpoints Row, int Roles)> vendors, IEnumerable<string> hosts) =>
        First(from host in hosts from vendor in vendors where vendor.Row.Hosts.Any(pattern => pattern.Matches(host.Split(':')[0])) select (vendor.Row.Kind, $"its host is {host}"));

    // Some names (sid, _session) are anybody's, so one of the vendor's endpoints must be there too.
    private static (string, string)? ByCookie(IReadOnlyList<(VendorEndpoints Row, int Roles)> vendors, IReadOnlyList<HarEntry> entries)
    {
        var names = entries.SelectMany(entry => entry.Response.Headers.All("set-cookie").Select(header => SetCookie.Parse(header)?.Name)
            .Concat(CookieHeader.Of(entry.Request).Select(cookie => cookie.Name))).OfType<string>().Distinct();
        return First(from name in names from vendor in vendors where vendor.Roles > 0 && vendor.Row.SessionCookies.Any(pattern => pattern.Matches(name)) select (vendor.Row.Kind, $"its session cookie is called {name}"));
    }

    private static (string, string)? ByPaths(IReadOnlyList<(VendorEndpoints Row, int Roles)> vendors)
    {
        var best = vendors.OrderByDescending(vendor => vendor.Roles).ToList();
        // Two vendors that fit equally well are no recognition.
        return best is [{ Roles: >= FewestEndpoints } first, var second, ..] && first.Roles > second.Roles
            ? (first.Row.Kind, $"{first.Roles} kinds of endpoint lie where {first.Row.Kind} has them") : null;
    }

    private static (string, string)? First(IEnumerable<(string, string)> found) => found.Select(match => ((string, string)?)match).FirstOrDefault();
}
