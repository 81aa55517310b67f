using System.Text.Json.Nodes;

namespace Prober.Lab.Provider.Management;

/// <summary>Clients, connections, organizations, tenant settings and actions, as the API gives them.</summary>
internal sealed class SettingsAnswers(Tenant tenant)
{
    private readonly SettingsDocuments documents = new(tenant);

    public ManagementAnswer Client(ManagementRequest request) => documents.Client(request.Route["id"]) is { } client
        ? ManagementAnswer.Ok(client)
        : ManagementAnswer.NotFound("The client does not exist.", "inexistent_client");

    /// <summary>Pages by checkpoint: <c>next</c> is the name to go on from.</summary>
    public ManagementAnswer ClientConnections(ManagementRequest request)
    {
        var enabled = documents.Connections().Where(connection => Clients(connection).Contains(request.Route["id"]))
            .Where(connection => request.From is null || string.CompareOrdinal(NameOf(connection), request.From) > 0)
            .OrderBy(NameOf, StringComparer.Ordinal).ToList();
        var answer = new JsonObject { ["connections"] = new JsonArray([.. enabled.Take(request.Take).Select(WithoutClients)]) };
        if (enabled.Count > request.Take) answer["next"] = NameOf(enabled[request.Take - 1]);
        return ManagementAnswer.Ok(answer);
    }

    public ManagementAnswer Connections(ManagementRequest request) => ManagementAnswer.Of(request.OnPage(
        documents.Connections().Where(connection => request.Text("name").Length == 0 || NameOf(connection) == request.Text("name"))));

    /// <summary>Only directory connectors have a status.</summary>
    public ManagementAnswer ConnectionStatus(ManagementRequest request) =>
        documents.Connections().FirstOrDefault(connection => (string?)connection["id"] == request.Route["id"]) is { } found && (bool?)found["online"] == true
            ? ManagementAnswer.Ok(new JsonObject())
            : ManagementAnswer.NotFound("Connection not found or offline", "inexistent_connection");

    public ManagementAnswer Organization(ManagementRequest request) => Find(request) is { } organization
        ? ManagementAnswer.Ok(new JsonObject { ["id"] = (string?)organization["id"], ["name"] = (string?)organization["name"] })
        : ManagementAnswer.NotFound("No organization found by that id or name", "inexistent_organization");

    public ManagementAnswer OrganizationConnections(ManagementRequest request) => Find(request) is { } organization
        ? ManagementAnswer.Of(request.OnPage(organization["connections"]!.AsArray().Select(name => new JsonObject
        {
            ["connection_id"] = SettingsDocuments.IdOf((string)name!),
            ["assign_membership_on_login"] = false,
            ["connection"] = new JsonObject { ["name"] = (string)name!, ["strategy"] = "auth0" },
        })))
        : ManagementAnswer.NotFound("No organization found by that id or name", "inexistent_organization");

    public ManagementAnswer TenantSettings(ManagementRequest request) => ManagementAnswer.Ok(documents.TenantSettings());

    public ManagementAnswer Bindings(ManagementRequest request) => ManagementAnswer.Ok(new JsonObject
    {
        ["total"] = tenant.Fault.Actions.Count,
        ["per_page"] = request.PerPage,
        ["bindings"] = new JsonArray([.. tenant.Fault.Actions.Select(action => action.DeepClone())]),
    });

    public static ManagementAnswer Rules(ManagementRequest request) => ManagementAnswer.Of([]);

    public static ManagementAnswer LoginTemplate(ManagementRequest request) =>
        ManagementAnswer.NotFound("There is no template for universal login", "inexistent_template");

    private JsonObject? Find(ManagementRequest request) => tenant.Fault.Organizations.FirstOrDefault(organization =>
        (string?)organization["id"] == request.Route["id"] || (string?)organization["name"] == request.Route["id"]);

    private static string NameOf(JsonObject connection) => (string?)connection["name"] ?? "";

    private static IEnumerable<string> Clients(JsonObject connection) => connection["enabled_clients"]?.AsArray().Select(client => (string?)client ?? "") ?? [];

    // This side of Auth0's API leaves the deprecated member away.
    private static JsonNode WithoutClients(JsonObject connection)
    {
        var copy = connection.DeepClone().AsObject();
        copy.Remove("enabled_clients");
        return copy;
    }
}
