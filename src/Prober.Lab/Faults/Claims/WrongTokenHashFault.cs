using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>ID token and access token come from different logins.</summary>
internal sealed class WrongTokenHashFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.WrongTokenHash, "F86", "wrong-token-hash",
        "The ID token's at_hash does not fit the access token beside it.", "claims-jwt-hashes")
    {
        MustNotFail = ["claims-jwt-time"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) =>
        IdentityTokenDraft.Parse(token).Set("at_hash", "77QmUPtjPfzWtF2AnpK9RQ").Sign(SigningKeys.Current);
}
