using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Portal names its connection, and the connection was switched off for Portal.</summary>
internal sealed class ConnectionDisabledFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ConnectionDisabled, "F12", "connection-disabled",
        "The user store that Portal asks for is not enabled for Portal.", "login-prompt-connection-enabled")
    {
        MustNotFail = ["login-prompt-idp-available", "credentials-password-expired"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Portal
        ? application with { ExtraParameters = new Dictionary<string, string> { ["connection"] = Tenant.DatabaseConnection } }
        : application;

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Portal" ? client with { Connections = [] } : client;
}
