using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>The ID token belongs to another login.</summary>
internal sealed class NonceMismatchFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.NonceMismatch, "F85", "nonce-mismatch",
        "The ID token carries another nonce than the one the application sent.", "claims-jwt-nonce")
    {
        MustNotFail = ["token-state-roundtrip"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) =>
        IdentityTokenDraft.Parse(token).Set("nonce", Identifiers.New()).Sign(SigningKeys.Current);
}
