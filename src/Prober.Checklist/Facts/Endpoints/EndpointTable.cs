using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>Where the vendors' endpoints lie and what their session cookies are called (<c>Data/endpoints.json</c>).</summary>
internal sealed record EndpointTable(
    IReadOnlyList<VendorEndpoints> Vendors,
    IReadOnlyDictionary<string, string> Aliases,
    IReadOnlyList<string> AnswerParameters,
    IReadOnlyList<TextPattern> ApplicationLogoutPaths)
{
    /// <summary>The row of paths that are nobody's own.</summary>
    public const string AnyVendor = "any";

    public static EndpointTable Default { get; } = EmbeddedData.Read<EndpointTable>("endpoints.json");

    /// <summary>The row of a kind of provider, then all others: a custom domain hides who it is, and a path says it.</summary>
    public IEnumerable<VendorEndpoints> InOrderFor(string kind)
    {
        var name = Aliases.GetValueOrDefault(kind, kind);
        return Vendors.OrderByDescending(vendor => vendor.Kind.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when the provider's kind is known and the name is its session cookie's; null when the kind has no row.</summary>
    public bool? IsSessionCookie(string kind, string cookie)
    {
        var name = Aliases.GetValueOrDefault(kind, kind);
        return Vendors.FirstOrDefault(vendor =>
            vendor.Kind.Equals(name, StringComparison.OrdinalIgnoreCase)) is { SessionCookies.Count: > 0 } row
            ? row.SessionCookies.Any(pattern => pattern.Matches(cookie))
            : null;
    }
}

/// <summary>One vendor's row: path patterns by role, tried in the order they stand.</summary>
internal sealed record VendorEndpoints(
    string Kind,
    IReadOnlyDictionary<EndpointRole, IReadOnlyList<TextPattern>> Paths,
    IReadOnlyList<TextPattern> SessionCookies)
{
    /// <summary>Host names under which the vendor serves its customers, without a custom domain; empty where there are none.</summary>
    public IReadOnlyList<TextPattern> Hosts { get; init; } = [];

    public EndpointRole? RoleOf(string path) =>
        Paths.Where(row => row.Value.Any(pattern => pattern.Matches(path))).Select(row => (EndpointRole?)row.Key).FirstOrDefault();
}
