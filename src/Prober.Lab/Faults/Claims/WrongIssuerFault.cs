using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>The application uses a custom domain, the token still names the canonical one.</summary>
internal sealed class WrongIssuerFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.WrongIssuer, "F81", "wrong-issuer",
        "The ID token names the tenant's other domain as its issuer.", "claims-jwt-issuer")
    {
        MustNotFail = ["claims-jwt-audience"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) =>
        IdentityTokenDraft.Parse(token).Set("iss", "https://lab-tenant.eu.example/").Sign(SigningKeys.Current);
}
