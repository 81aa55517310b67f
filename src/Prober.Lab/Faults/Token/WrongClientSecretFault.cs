using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The secret was rotated at the provider and not at Portal.</summary>
internal sealed class WrongClientSecretFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.WrongClientSecret, "F68", "wrong-client-secret",
        "Portal redeems its code with last year's secret.", "token-app-callback-seen")
    {
        MustNotFail = ["token-returned"],
    };

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        if (application.Kind is ApplicationKind.Portal)
            options.ClientSecret = "the-secret-of-last-year";
    }
}
