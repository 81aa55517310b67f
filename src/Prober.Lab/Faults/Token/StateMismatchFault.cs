using OpenIddict.Abstractions;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The answer carries the state of some other login.</summary>
internal sealed class StateMismatchFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.StateMismatch, "F63", "state-mismatch",
        "The state that comes back is not the one the application sent.", "token-state-roundtrip")
    {
        MustNotFail = ["claims-jwt-nonce"],
    };

    public override void AlterAuthorizationResponse(OpenIddictResponse response) => response.State = Identifiers.New();
}
