using Microsoft.AspNetCore.Builder;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Nobody enabled a connection for Portal.</summary>
internal sealed class NoConnectionsFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.NoConnections, "F13", "no-connections",
        "No connection at all is enabled for Portal.", "login-prompt-connection-enabled")
    {
        MustNotFail = ["profile-*"],
    };

    public override RegisteredClient Register(RegisteredClient client) => client.Name == "Portal" ? client with { Connections = [] } : client;

    public override void InFrontOfProvider(IApplicationBuilder provider) => AuthorizationRefusal.At(
        provider, request => request.Query["client_id"] == "portal", "invalid_request", "no connections enabled for the client");
}
