using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Notes' origin is missing among the allowed web origins.</summary>
internal sealed class TokenCorsBlockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.TokenCorsBlocked, "F69", "token-cors-blocked",
        "The token endpoint does not allow Notes' origin, so its script cannot read the answer.", "token-returned")
    {
        MustNotFail = ["login-prompt-idp-available", "credentials-browser-console"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Notes" ? client with { WebOrigins = [] } : client;
}
