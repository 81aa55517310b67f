using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>One client with the connections that are switched on for it, as far as the client side of the API tells.</summary>
/// <param name="Settings">Null when the client could not be read or is not there.</param>
/// <param name="Connections">Raw connections; null when this side of the API does not tell, and the connections have to be asked.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record Auth0Client(ClientSettings? Settings, IReadOnlyList<JsonObject>? Connections, IReadOnlyList<string> Problems);

/// <summary>Reads a client and, by the newer of Auth0's two ways, its connections.</summary>
internal sealed class Auth0ClientReading(ManagementApi api)
{
    public async Task<Auth0Client> ReadAsync(string clientId, CancellationToken cancellationToken)
    {
        var client = api.GetAsync(Auth0Paths.Client(clientId), $"the client {clientId}", cancellationToken);
        var connections = await ConnectionsAsync(clientId, cancellationToken);
        var answer = await client;
        if (answer.Problem is { } problem) return new(null, connections, [problem]);
        try
        {
            var settings = answer.Body is JsonObject json ? Auth0Settings.Client(json) : null;
            return new(settings is null ? null : settings with { Connections = connections?.Select(connection => connection.Text("name")).OfType<string>().ToList() }, connections, []);
        }
        catch (UnexpectedShapeException shape)
        {
            return new(null, connections, [$"the client {clientId} could not be read: {shape.Message}"]);
        }
    }

    private async Task<IReadOnlyList<JsonObject>?> ConnectionsAsync(string clientId, CancellationToken cancellationToken)
    {
        List<JsonObject> connections = [];
        for (string? from = null; ;)
        {
            var answer = await api.GetAsync(Auth0Paths.ClientConnections(clientId, from), $"the connections of client {clientId}", cancellationToken);
            if (answer.Problem is not null) return null;
            connections.AddRange((answer.Body is JsonObject json ? json["connections"] : answer.Body).Objects());
            if ((answer.Body as JsonObject)?.Text("next") is not { Length: > 0 } next || next == from) return connections;
            from = next;
        }
    }
}
