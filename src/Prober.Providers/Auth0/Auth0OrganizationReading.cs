using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>Reads one organization and which connections are switched on for it.</summary>
internal sealed class Auth0OrganizationReading(ManagementApi api)
{
    private const int MostPages = 10;

    public async Task<(OrganizationSettings? Organization, string? Problem)> ReadAsync(string idOrName, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(Auth0Paths.Organization(idOrName), $"the organization {idOrName}", cancellationToken);
        if (answer.Problem is not null || answer.Body is not JsonObject json || json.Text("id") is not { } id) return (null, answer.Problem);
        List<string> names = [];
        for (var page = 0; page < MostPages; page++)
        {
            var connections = await api.GetAsync(Auth0Paths.OrganizationConnections(id, page), $"the connections of organization {idOrName}", cancellationToken);
            if (connections.Problem is not null) return (null, connections.Problem);
            var found = (connections.Body is JsonObject totals ? totals["enabled_connections"] : connections.Body).Objects().ToList();
            names.AddRange(found.Select(connection => connection.Object("connection")?.Text("name")).OfType<string>());
            if (found.Count < 100) break;
        }

        return (new OrganizationSettings(id, json.Text("name"), names), null);
    }
}
