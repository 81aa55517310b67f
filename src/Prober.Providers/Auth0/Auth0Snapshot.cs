using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>
/// Reads settings that a person copied out of the API: a client, a connection, the tenant's settings, action bindings, a rule; alone, or
/// together under <c>clients</c>, <c>connections</c>, <c>tenant</c>, <c>organizations</c>, <c>bindings</c> and <c>rules</c>.
/// </summary>
internal static class Auth0Snapshot
{
    private static readonly string[] Parts = ["clients", "connections", "tenant", "organizations", "bindings", "rules"];

    public static ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration)
    {
        if (json.ContainsKey("client_id") && !json.ContainsKey("strategy")) return Client(json, configuration);
        if (json.ContainsKey("strategy")) return Connection(json, configuration);
        if (json.ContainsKey("session_lifetime") || json.ContainsKey("allowed_logout_urls")) return Tenant(json, configuration);
        if (json.ContainsKey("script")) return Step(Auth0Settings.Rule(json), configuration);
        if (!Parts.Any(json.ContainsKey))
            throw new UnexpectedShapeException($"a client, a connection, the tenant's settings, a rule, or an object with {string.Join(", ", Parts)}");
        foreach (var client in json["clients"].Objects()) configuration = Client(client, configuration);
        foreach (var connection in json["connections"].Objects()) configuration = Connection(connection, configuration);
        foreach (var organization in json["organizations"].Objects()) configuration = Organization(organization, configuration);
        foreach (var binding in json["bindings"].Objects()) configuration = Step(Auth0Settings.Binding(binding), configuration);
        foreach (var rule in json["rules"].Objects()) configuration = Step(Auth0Settings.Rule(rule), configuration);
        if (json.ContainsKey("bindings") || json.ContainsKey("rules")) configuration = configuration with { Pipeline = configuration.Pipeline ?? [] };
        return json.Object("tenant") is { } tenant ? Tenant(tenant, configuration) : configuration;
    }

    private static ProviderConfiguration Client(JsonObject json, ProviderConfiguration configuration)
    {
        var client = Auth0Settings.Client(json);
        // clients/{id}/connections, copied into the client; or enabled_clients of connections read before.
        var own = json.Texts("connections") ?? (json["connections"] is JsonArray ? [.. json["connections"].Objects().Select(each => each.Text("name")).OfType<string>()] : null);
        return configuration with { Clients = [.. configuration.Clients, client with { Connections = own?.Count > 0 ? own : client.Connections }] };
    }

    private static ProviderConfiguration Connection(JsonObject json, ProviderConfiguration configuration)
    {
        var connection = Auth0Settings.Connection(json);
        var clients = json.Texts("enabled_clients") is { } enabled ? configuration.Clients.Select(client => With(client, connection.Name, enabled.Contains(client.ClientId))) : configuration.Clients;
        return configuration with { Connections = [.. configuration.Connections, connection], Clients = [.. clients] };
    }

    private static ClientSettings With(ClientSettings client, string connection, bool isEnabled) =>
        client with { Connections = isEnabled ? [.. client.Connections ?? [], connection] : client.Connections ?? [] };

    private static ProviderConfiguration Organization(JsonObject json, ProviderConfiguration configuration)
    {
        var names = json["enabled_connections"].Objects().Select(each => each.Object("connection")?.Text("name") ?? each.Text("name")).OfType<string>();
        return configuration with { Organizations = [.. configuration.Organizations, new(json.RequiredText("id", "an Auth0 organization"), json.Text("name"), [.. names])] };
    }

    private static ProviderConfiguration Tenant(JsonObject json, ProviderConfiguration configuration) =>
        configuration with { Session = Auth0Settings.Session(json), AllowedLogoutUrls = json.Texts("allowed_logout_urls") };

    private static ProviderConfiguration Step(PipelineStep step, ProviderConfiguration configuration) =>
        configuration with { Pipeline = [.. configuration.Pipeline ?? [], step] };
}
