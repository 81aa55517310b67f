using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>The ID token proves nothing.</summary>
internal sealed class UnsignedTokenFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UnsignedToken, "F80", "unsigned-token",
        "The ID token says alg none and has no signature.", "claims-jwt-signature")
    {
        MustNotFail = ["claims-jwt-issuer"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) => IdentityTokenDraft.Parse(token).Unsigned();
}
