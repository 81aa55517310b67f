using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The provider began to insist on PKCE (RFC 7636), and Portal's library is too old for it.</summary>
internal sealed class CodeChallengeMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CodeChallengeMissing, "F10", "code-challenge-missing",
        "Portal sends no code_challenge, which the identity provider requires.", "login-prompt-request-valid")
    {
        MustNotFail = ["login-prompt-connection-enabled"],
    };

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        if (application.Kind is ApplicationKind.Portal)
            options.UsePkce = false;
    }
}
