using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Keycloak;

/// <summary>Keycloak by its admin REST API. The service account needs the roles view-events, view-users, view-clients, view-realm and view-identity-providers.</summary>
internal sealed class KeycloakVendor : IVendor
{
    public string Kind => "keycloak";

    public ProviderWitnesses Witnesses(ManagementAccess access, ApiConnection connection)
    {
        var paths = KeycloakPaths.Of(access);
        var token = access.Token is { } given ? new GivenToken("Bearer", given) : ClientCredentials.With(connection, access, new Uri(paths.Root, paths.Token));
        var api = new ManagementApi(connection, paths.Root, token);
        return new(new KeycloakLogWitness(api, paths), new KeycloakUserWitness(api, paths), new KeycloakConfigurationWitness(api, paths));
    }

    public ProviderLogEvent Event(JsonObject json) => KeycloakRecords.Event(json);

    public UserRecord User(JsonObject json) => KeycloakRecords.User(json, json["federatedIdentities"].Objects());

    public ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration) => KeycloakSettings.Add(json, configuration);
}
