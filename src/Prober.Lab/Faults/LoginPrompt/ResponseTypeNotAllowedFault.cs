using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Portal is registered as an application that never asks for a code.</summary>
internal sealed class ResponseTypeNotAllowedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ResponseTypeNotAllowed, "F08", "response-type-not-allowed",
        "Portal asks for a code, and its registration does not allow that response type.", "login-prompt-request-valid")
    {
        Reason = "response-type-not-allowed",
        MustNotFail = ["token-app-callback-seen"],
    };

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Portal" ? client with { ResponseTypes = ["id_token"] } : client;
}
