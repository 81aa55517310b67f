using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>Keys were rotated, and the new one was not published.</summary>
internal sealed class UnknownSigningKeyFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UnknownSigningKey, "F78", "unknown-signing-key",
        "The ID token is signed with a key that the JWKS does not hold.", "claims-jwt-signature")
    {
        MustNotFail = ["login-prompt-idp-available"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) => IdentityTokenDraft.Parse(token).Sign(SigningKeys.Rotated);
}
