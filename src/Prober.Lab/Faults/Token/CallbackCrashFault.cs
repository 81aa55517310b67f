using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal breaks on the answer; the provider has done its part.</summary>
internal sealed class CallbackCrashFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CallbackCrash, "F49", "callback-crash",
        "Portal's callback answers 500 after a login that the identity provider calls a success.", "token-app-callback-seen")
    {
        MustNotFail = ["logs-entry-created"],
    };

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        if (application.Kind is ApplicationKind.Portal)
        {
            options.Events.OnAuthorizationCodeReceived = _ =>
                throw new InvalidOperationException("No connection to the session database.");
        }
    }
}
