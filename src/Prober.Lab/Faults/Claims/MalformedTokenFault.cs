namespace Prober.Lab;

/// <summary>The ID token lost its signature, dot and all.</summary>
internal sealed class MalformedTokenFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.MalformedToken, "F76", "malformed-token",
        "The ID token has two parts instead of three.", "claims-jwt-decodes")
    {
        MustNotFail = ["claims-jwt-signature"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override string AlterIdentityToken(string token) => token[..token.LastIndexOf('.')];
}
