using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Prober.Lab.Provider.Management;

/// <summary>The tenant's settings in the shapes of Auth0's API, after a fault had its way with them.</summary>
internal sealed class SettingsDocuments(Tenant tenant)
{
    public static string IdOf(string connection) => "con_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(connection)))[..16];

    public IReadOnlyList<JsonObject> Connections()
    {
        var names = tenant.Clients.All.SelectMany(client => client.Connections).Prepend(Tenant.DatabaseConnection).Distinct();
        return tenant.Fault.AlterConnections([.. names.Select(Connection)]);
    }

    public JsonObject? Client(string id) => tenant.Clients.Find(id) is { } client
        ? tenant.Fault.AlterClient(new JsonObject
        {
            ["client_id"] = client.ClientId,
            ["name"] = client.Name,
            ["app_type"] = client.Secret is null ? "spa" : "regular_web",
            ["callbacks"] = Texts(client.CallbackUrls),
            ["allowed_logout_urls"] = Texts(client.LogoutUrls),
            ["web_origins"] = Texts(client.WebOrigins),
            ["grant_types"] = Texts(["authorization_code"]),
            ["custom_login_page_on"] = false,
        })
        : null;

    /// <summary>Hours, and minutes beside them, as newer tenants have both.</summary>
    public JsonObject TenantSettings()
    {
        var options = tenant.Options;
        return tenant.Fault.AlterTenantSettings(new JsonObject
        {
            ["friendly_name"] = "The lab",
            ["session_lifetime"] = options.AbsoluteLifetime.TotalHours,
            ["idle_session_lifetime"] = options.IdleLifetime.TotalHours,
            ["session_lifetime_in_minutes"] = options.AbsoluteLifetime.TotalMinutes,
            ["idle_session_lifetime_in_minutes"] = options.IdleLifetime.TotalMinutes,
            ["session_cookie"] = new JsonObject { ["mode"] = "persistent" },
            ["allowed_logout_urls"] = Texts(tenant.LogoutUrls),
        });
    }

    private JsonObject Connection(string name) => new()
    {
        ["id"] = IdOf(name),
        ["name"] = name,
        ["strategy"] = tenant.StrategyOf(name),
        ["options"] = name == Tenant.DatabaseConnection
            ? new JsonObject { ["disable_signup"] = true, ["import_mode"] = false, ["enabledDatabaseCustomization"] = false, ["passwordPolicy"] = "good" }
            : new JsonObject { ["scope"] = "openid profile email" },
        ["enabled_clients"] = Texts(tenant.Clients.All.Where(client => client.Connections.Contains(name)).Select(client => client.ClientId)),
        ["is_domain_connection"] = false,
        ["realms"] = Texts([name]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
