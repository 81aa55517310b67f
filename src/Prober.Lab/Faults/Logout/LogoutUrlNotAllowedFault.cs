using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The provider refuses to send the browser back after logout.</summary>
internal sealed class LogoutUrlNotAllowedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogoutUrlNotAllowed, "F112", "logout-url-not-allowed",
        "Portal's page after logout is missing in the list of allowed logout URLs.", "logout-redirect-allowed")
    {
        MustNotFail = ["logout-federated", "logout-landing-anonymous"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { Logout = LogoutWay.ReturnTo } : application;

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Portal" ? client with { LogoutUrls = [] } : client;
}
