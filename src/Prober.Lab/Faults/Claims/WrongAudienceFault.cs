using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>The ID token's audience is not the client that asked.</summary>
internal sealed class WrongAudienceFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.WrongAudience, "F82", "wrong-audience",
        "The ID token is made out to another application.", "claims-jwt-audience")
    {
        MustNotFail = ["claims-jwt-signature"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) =>
        IdentityTokenDraft.Parse(token).Set("aud", "some-other-client").Sign(SigningKeys.Current);
}
