using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Okta;

/// <summary>Okta by its management API, with an API token that a person made (<c>SSWS</c>), since Okta's service applications need a private key.</summary>
internal sealed class OktaVendor : IVendor
{
    public string Kind => "okta";

    public ProviderWitnesses Witnesses(ManagementAccess access, ApiConnection connection)
    {
        // The API stands at the organization's own domain, whatever authorization server the issuer names.
        var root = access.Address ?? new Uri(new Uri(access.Issuer), "/");
        IAccessToken token = access.Token is { } given ? new GivenToken("SSWS", given) : new NoToken("the scenario gives no token for Okta's API");
        var api = new ManagementApi(connection, root, token);
        return new(new OktaLogWitness(api), new OktaUserWitness(api), new OktaConfigurationWitness(api));
    }

    public ProviderLogEvent Event(JsonObject json) => OktaRecords.Event(json);

    public UserRecord User(JsonObject json) => OktaRecords.User(json);

    public ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration) =>
        configuration with { Clients = [.. configuration.Clients, OktaRecords.Application(json)] };
}
