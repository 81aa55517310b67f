using Microsoft.AspNetCore.Builder;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The connection was enabled for Portal and forgotten for Billing.</summary>
internal sealed class SecondApplicationWithoutConnectionFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SecondApplicationWithoutConnection, "F105", "second-application-without-connection",
        "The connection of the login is not enabled for Billing, so Billing asks again.", "sso-connection-enabled-second-app")
    {
        MustNotFail = ["sso-within-session-lifetime"],
    };

    public override RegisteredClient Register(RegisteredClient client) => client.Name == "Billing" ? client with { Connections = [] } : client;

    // A session of a connection that the client may not use is none for it.
    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use((context, next) =>
    {
        if (context.Request.Path == Paths.Authorize && context.Request.Query["client_id"] == "billing")
            context.Request.Headers.Cookie = default;
        return next(context);
    });
}
