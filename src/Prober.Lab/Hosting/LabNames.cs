namespace Prober.Lab.Hosting;

/// <summary>The host names of the lab. Each is a site of its own to a browser, so cookies and SameSite behave as in the wild.</summary>
internal static class LabNames
{
    public const string IdentityProvider = "login.localhost";
    public const string Upstream = "workforce.localhost";
    public const string Notes = "notes.localhost";
    public const string Ledger = "ledger.localhost";
    public const string Neutral = "links.localhost";

    public static IReadOnlyList<string> All { get; } =
    [
        IdentityProvider, Upstream, Notes, Ledger, Neutral, Portal(false), Billing(false), Portal(true), Billing(true),
    ];

    /// <summary>Browsers trust <c>*.localhost</c> over plain http, so faults about http need names they do not trust.</summary>
    public static string Portal(bool untrusted) => untrusted ? "portal.test" : "portal.localhost";

    public static string Billing(bool untrusted) => untrusted ? "billing.test" : "billing.localhost";

    public static bool IsLab(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || All.Contains(host, StringComparer.OrdinalIgnoreCase);
}
