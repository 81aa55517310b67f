using System.Text.Json.Nodes;

namespace Prober.Lab.Provider.Management;

/// <summary>The log as <c>GET /api/v2/logs</c> gives it: by search or by checkpoint, late by the lab's lag.</summary>
internal sealed class LogAnswers(Tenant tenant)
{
    public ManagementAnswer Search(ManagementRequest request)
    {
        var ingested = tenant.Clock.GetUtcNow() - tenant.Options.LogLag;
        var events = tenant.Fault.AlterLog(tenant.Log.Events).Where(entry => entry.Date <= ingested).OrderBy(entry => entry.Id, StringComparer.Ordinal);
        if (request.From is { } from)
            return ManagementAnswer.Of(events.Where(entry => string.CompareOrdinal(entry.Id, from) > 0).Take(request.Take).Select(Write));
        if (request.Page * request.PerPage >= 1000) return ManagementAnswer.Of(new ManagementFailure(400, "You can only page through the first 1000 records.", "invalid_paging"));
        if (LogSearch.Parse(request.Text("q")) is not { } search) return ManagementAnswer.Of(new ManagementFailure(400, "Query syntax error", "invalid_query"));
        var found = events.Where(search.Fits);
        return ManagementAnswer.Of(request.OnPage(request.Text("sort") == "date:1" ? found : found.Reverse()).Select(Write));
    }

    private JsonObject Write(ProviderEvent entry)
    {
        var user = entry.Username is { Length: > 0 } name ? tenant.Users.FindByUsername(name) : null;
        var client = tenant.Clients.Find(entry.ClientId);
        var json = new JsonObject
        {
            ["date"] = entry.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ["type"] = entry.Type,
            ["description"] = entry.Description,
            ["connection"] = entry.Connection,
            ["connection_id"] = entry.Connection is { } connection ? SettingsDocuments.IdOf(connection) : null,
            ["client_id"] = entry.ClientId,
            ["client_name"] = client?.Name,
            ["ip"] = "127.0.0.1",
            ["user_agent"] = "Chrome 140.0.0 / Linux 0.0.0",
            ["hostname"] = tenant.Issuer.Host,
            ["user_id"] = user?.Subject ?? "",
            ["user_name"] = entry.Username,
            ["strategy"] = entry.Connection is { } store ? tenant.StrategyOf(store) : null,
            ["strategy_type"] = entry.Connection switch { null => null, Tenant.DatabaseConnection => "database", _ => "enterprise" },
            ["log_id"] = entry.Id,
            ["_id"] = entry.Id,
            ["isMobile"] = false,
            ["details"] = entry.Details?.DeepClone(),
        };
        foreach (var absent in json.Where(member => member.Value is null).Select(member => member.Key).ToList()) json.Remove(absent);
        return json;
    }
}
