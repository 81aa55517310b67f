using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Entra;

/// <summary>Microsoft Entra ID by Microsoft Graph (application permissions AuditLog.Read.All, User.Read.All, Application.Read.All).</summary>
internal sealed class EntraVendor : IVendor
{
    private static readonly Uri Graph = new("https://graph.microsoft.com/");
    private static readonly Uri Login = new("https://login.microsoftonline.com/");

    public string Kind => "entra";

    public ProviderWitnesses Witnesses(ManagementAccess access, ApiConnection connection)
    {
        var root = access.Address ?? Graph;
        var scope = new Uri(root, "/.default").AbsoluteUri;
        var token = access.Token is { } given
            ? new GivenToken("Bearer", given)
            : ClientCredentials.With(connection, access, new Uri(LoginOf(access), $"/{Uri.EscapeDataString(TenantOf(access))}/oauth2/v2.0/token"), ("scope", scope));
        var api = new ManagementApi(connection, root, token);
        return new(new EntraLogWitness(api), new EntraUserWitness(api), new EntraConfigurationWitness(api));
    }

    public ProviderLogEvent Event(JsonObject json) => EntraRecords.SignIn(json);

    public UserRecord User(JsonObject json) => EntraRecords.User(json);

    public ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration) =>
        configuration with { Clients = [.. configuration.Clients, EntraRecords.Client(json)] };

    // The tenant is the first part of the issuer's path: https://login.microsoftonline.com/{tenant}/v2.0.
    private static string TenantOf(ManagementAccess access) => access.Realm ?? new Uri(access.Issuer).Segments.ElementAtOrDefault(1)?.Trim('/') ?? "common";

    // Tokens of version 1 name sts.windows.net, which has no token endpoint.
    private static Uri LoginOf(ManagementAccess access) => new Uri(access.Issuer).Host.Equals("sts.windows.net", StringComparison.OrdinalIgnoreCase) ? Login : new Uri(access.Issuer);
}
