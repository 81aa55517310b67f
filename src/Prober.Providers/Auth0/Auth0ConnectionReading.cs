using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>What is known of connections once they were asked too.</summary>
internal sealed record Auth0Connections(IReadOnlyList<ClientSettings> Clients, IReadOnlyList<ConnectionSettings> Connections, IReadOnlyList<string> Problems);

/// <summary>
/// Reads the connections. Where the client side of the API did not tell which are switched on for a client (older tenants, missing scope), the
/// deprecated <c>enabled_clients</c> of the connections does.
/// </summary>
internal sealed class Auth0ConnectionReading(ManagementApi api)
{
    private const string Name = "the connections";
    private const int MostPages = 20;
    private static readonly HashSet<string> Directories = new(StringComparer.Ordinal) { "ad", "auth0-adldap", "adfs-connector" };

    public async Task<Auth0Connections> ReadAsync(ConfigurationQuestion question, IReadOnlyList<Auth0Client> clients, CancellationToken cancellationToken)
    {
        var known = clients.SelectMany(client => client.Connections ?? []).ToList();
        var (raw, problem) = clients.All(client => client.Connections is not null) && clients.Count > 0
            ? await NamedAsync(question.Connection, known, cancellationToken)
            : await AllAsync(cancellationToken);
        var connections = await Task.WhenAll(raw.Concat(known)
            .Where(connection => connection.Text("name") is not null).DistinctBy(connection => connection.Text("name"))
            .Select(connection => WithStatusAsync(Auth0Settings.Connection(connection), cancellationToken)));
        return new([.. clients.Where(client => client.Settings is not null).Select(client => Complete(client, raw, problem))], connections, problem is null ? [] : [problem]);
    }

    private static ClientSettings Complete(Auth0Client client, IReadOnlyList<JsonObject> raw, string? problem)
    {
        var settings = client.Settings!;
        if (settings.Connections is not null || problem is not null) return settings;
        var enabled = raw.Where(connection => connection.Texts("enabled_clients") is not null).ToList();
        return enabled.Count == 0
            ? settings
            : settings with { Connections = [.. enabled.Where(connection => connection.Texts("enabled_clients")!.Contains(settings.ClientId)).Select(connection => connection.Text("name")!)] };
    }

    private async Task<(IReadOnlyList<JsonObject> Connections, string? Problem)> NamedAsync(string? name, List<JsonObject> known, CancellationToken cancellationToken)
    {
        if (name is null || known.Any(connection => connection.Text("name") == name)) return ([], null);
        var answer = await api.GetAsync(Auth0Paths.ConnectionsNamed(name), Name, cancellationToken);
        return ([.. Of(answer.Body)], answer.Problem);
    }

    private async Task<(IReadOnlyList<JsonObject> Connections, string? Problem)> AllAsync(CancellationToken cancellationToken)
    {
        List<JsonObject> connections = [];
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.GetAsync(Auth0Paths.Connections(page), Name, cancellationToken);
            if (answer.Problem is not null) return (connections, answer.Problem);
            var found = Of(answer.Body).ToList();
            connections.AddRange(found);
            if (found.Count < 100) break;
        }

        return (connections, null);
    }

    private async Task<ConnectionSettings> WithStatusAsync(ConnectionSettings connection, CancellationToken cancellationToken)
    {
        if (connection is not { Id: { } id, Strategy: { } strategy } || !Directories.Contains(strategy)) return connection;
        var status = await api.GetAsync(Auth0Paths.ConnectionStatus(id), $"the status of {connection.Name}", cancellationToken);
        return connection with { Online = status.Problem is null ? true : status.IsMissing ? false : null };
    }

    private static IEnumerable<JsonObject> Of(JsonNode? body) => (body is JsonObject json ? json["connections"] : body).Objects();
}
