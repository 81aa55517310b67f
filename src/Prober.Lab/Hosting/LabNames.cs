namespace Prober.Lab.Hosting;

/// <summary>The host names of the lab. Each is a site of its own to a browser, so cookies and SameSite behave as in the wild.</summary>
internal static class LabNames
{
    public const string IdentityProvider = "login.localhost";
    /// <summary>A name that no resolver knows (RFC 6761, 6.4).</summary>
    public const string UnknownProvider = "login.lab.invalid";

    /// <summary>The same provider under the name that it had before its custom domain.</summary>
    public const string CanonicalProvider = "lab-tenant.localhost";

    /// <summary>Somebody else's counter, which the lab does not have.</summary>
    public const string Analytics = "analytics.lab.invalid";

    public const string Upstream = "workforce.localhost";
    public const string Notes = "notes.localhost";
    public const string Ledger = "ledger.localhost";
    public const string Archive = "archive.localhost";
    public const string Neutral = "links.localhost";

    public static IReadOnlyList<string> All { get; } =
    [
        IdentityProvider, UnknownProvider, CanonicalProvider, Upstream, Notes, Ledger, Archive, Neutral, Portal(false), Billing(false), Portal(true), Billing(true),
    ];

    /// <summary>Browsers trust <c>*.localhost</c> over plain http, so faults about http need names they do not trust.</summary>
    public static string Portal(bool untrusted) => untrusted ? "portal.test" : "portal.localhost";

    public static string Billing(bool untrusted) => untrusted ? "billing.test" : "billing.localhost";

    public static bool IsLab(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || All.Contains(host, StringComparer.OrdinalIgnoreCase);
}
