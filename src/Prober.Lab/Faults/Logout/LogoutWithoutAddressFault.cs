using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Logout with a client identifier alone ends wherever the list begins.</summary>
internal sealed class LogoutWithoutAddressFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogoutWithoutAddress, "F113", "logout-without-address",
        "Portal's logout names no address, so the browser lands on the first one on the list.", "logout-redirect-allowed")
    {
        Verdict = "warn",
        MustNotFail = ["logout-session-ended"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { Logout = LogoutWay.ClientIdOnly } : application;

    public override RegisteredClient Register(RegisteredClient client) => client.Name == "Portal"
        ? client with { LogoutUrls = [new Uri(new Uri(client.CallbackUrls[0]), "/").ToString(), .. client.LogoutUrls] }
        : client;
}
