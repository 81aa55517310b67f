using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Auth0;

/// <summary>Auth0 by its Management API v2.</summary>
internal sealed class Auth0Vendor : IVendor
{
    public string Kind => "auth0";

    public ProviderWitnesses Witnesses(ManagementAccess access, ApiConnection connection)
    {
        var root = access.Address ?? new Uri(access.Issuer);
        var token = access.Token is { } given
            ? new GivenToken("Bearer", given)
            : ClientCredentials.With(connection, access, new Uri(root, Auth0Paths.Token), ("audience", access.Audience ?? new Uri(root, Auth0Paths.Audience).AbsoluteUri));
        var api = new ManagementApi(connection, root, token);
        return new(new Auth0LogWitness(api), new Auth0UserWitness(api), new Auth0ConfigurationWitness(api));
    }

    public ProviderLogEvent Event(JsonObject json) => Auth0Event.Read(json);

    public UserRecord User(JsonObject json) => Auth0User.Read(json);

    public ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration) => Auth0Snapshot.Add(json, configuration);
}
