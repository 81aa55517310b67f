namespace Prober.Providers.Auth0;

/// <summary>Addresses of Auth0's Management API v2, relative to the tenant's canonical domain.</summary>
internal static class Auth0Paths
{
    public const string Token = "/oauth/token";
    public const string Audience = "/api/v2/";
    public const string TenantSettings = "/api/v2/tenants/settings";
    public const string PostLoginBindings = "/api/v2/actions/triggers/post-login/bindings?per_page=50";
    public const string Rules = "/api/v2/rules?fields=name,enabled&per_page=100";
    public const string LoginTemplate = "/api/v2/branding/templates/universal-login";

    public static string Logs(string query, int page) =>
        $"/api/v2/logs?q={Uri.EscapeDataString(query)}&sort=date%3A1&per_page={Auth0LogPages.PageSize}&page={page}";

    public static string LogsAfter(string logId) => $"/api/v2/logs?from={Uri.EscapeDataString(logId)}&take={Auth0LogPages.PageSize}";

    public static string User(string id) => $"/api/v2/users/{Uri.EscapeDataString(id)}";

    public static string UsersByEmail(string email) => $"/api/v2/users-by-email?email={Uri.EscapeDataString(email)}";

    public static string UsersByName(string username) =>
        $"/api/v2/users?search_engine=v3&q={Uri.EscapeDataString($"username:\"{Auth0Query.Quote(username)}\"")}";

    /// <summary>Only what is needed is asked for; above all not the client's secret.</summary>
    public static string Client(string id) =>
        $"/api/v2/clients/{Uri.EscapeDataString(id)}?fields=client_id,name,callbacks,allowed_logout_urls,web_origins,allowed_origins,grant_types,custom_login_page_on&include_fields=true";

    public static string ClientConnections(string id, string? from) =>
        $"/api/v2/clients/{Uri.EscapeDataString(id)}/connections?take=100{(from is null ? "" : $"&from={Uri.EscapeDataString(from)}")}";

    public static string Connections(int page) => $"/api/v2/connections?per_page=100&page={page}";

    public static string ConnectionsNamed(string name) => $"/api/v2/connections?name={Uri.EscapeDataString(name)}";

    public static string ConnectionStatus(string id) => $"/api/v2/connections/{Uri.EscapeDataString(id)}/status";

    public static string Organization(string idOrName) =>
        idOrName.StartsWith("org_", StringComparison.Ordinal)
            ? $"/api/v2/organizations/{Uri.EscapeDataString(idOrName)}"
            : $"/api/v2/organizations/name/{Uri.EscapeDataString(idOrName)}";

    public static string OrganizationConnections(string id, int page) =>
        $"/api/v2/organizations/{Uri.EscapeDataString(id)}/enabled_connections?per_page=100&page={page}";
}
