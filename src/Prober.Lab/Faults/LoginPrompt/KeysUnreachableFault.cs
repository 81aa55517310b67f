using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab;

/// <summary>Everybody gets tokens, and nobody can check them.</summary>
internal sealed class KeysUnreachableFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.KeysUnreachable, "F79", "keys-unreachable",
        "The provider answers 500 where its signing keys should be.", "login-prompt-idp-available")
    {
        Reason = "keys-unavailable",
        MustNotFail = ["claims-jwt-signature"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use((context, next) =>
    {
        if (context.Request.Path != "/.well-known/jwks.json")
            return next(context);

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    });
}
