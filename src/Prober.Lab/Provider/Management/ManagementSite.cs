using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Prober.Lab.Provider.Management;

/// <summary>Auth0's Management API v2 at the provider's own host: what a login depends on, read only.</summary>
internal static class ManagementSite
{
    public static void Map(WebApplication app, Tenant tenant)
    {
        var gate = new ManagementGate(tenant);
        var logs = new LogAnswers(tenant);
        var users = new UserAnswers(tenant);
        var settings = new SettingsAnswers(tenant);

        Get("logs", logs.Search, "read:logs", "read:logs_users");
        Get("users-by-email", users.ByEmail, "read:users");
        Get("users", users.Search, "read:users");
        Get("users/{id}", users.One, "read:users", "read:current_user");
        Get("clients/{id}", settings.Client, "read:clients");
        Get("clients/{id}/connections", settings.ClientConnections, "read:connections");
        Get("connections", settings.Connections, "read:connections");
        Get("connections/{id}/status", settings.ConnectionStatus, "read:connections");
        Get("organizations/{id}", settings.Organization, "read:organizations");
        Get("organizations/name/{id}", settings.Organization, "read:organizations");
        Get("organizations/{id}/enabled_connections", settings.OrganizationConnections, "read:organizations");
        Get("tenants/settings", settings.TenantSettings, "read:tenant_settings");
        Get("actions/triggers/post-login/bindings", settings.Bindings, "read:actions");
        Get("rules", SettingsAnswers.Rules, "read:rules");
        Get("branding/templates/universal-login", SettingsAnswers.LoginTemplate, "read:branding");

        void Get(string path, Func<ManagementRequest, ManagementAnswer> answer, params IReadOnlyList<string> scopes) =>
            app.MapGet($"{Paths.ManagementApi}/{path}", context => AnswerAsync(context, gate, answer, scopes));
    }

    private static Task AnswerAsync(HttpContext context, ManagementGate gate, Func<ManagementRequest, ManagementAnswer> answer, IReadOnlyList<string> scopes)
    {
        var given = gate.Refusal(context, scopes) is { } refusal ? ManagementAnswer.Of(refusal) : answer(RequestOf(context));
        context.Response.StatusCode = given.Status;
        return context.Response.WriteJsonAsync(given.Body, context.RequestAborted);
    }

    private static ManagementRequest RequestOf(HttpContext context) => new(
        context.Request.Query,
        context.GetRouteData().Values.ToDictionary(value => value.Key, value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? ""));
}
