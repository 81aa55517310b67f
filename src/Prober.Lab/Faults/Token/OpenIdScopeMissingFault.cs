using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Somebody tidied up the scopes and took the one that makes it a login.</summary>
internal sealed class OpenIdScopeMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.OpenIdScopeMissing, "F70", "openid-scope-missing",
        "Notes does not ask for the scope openid, so it gets an access token and no ID token.", "token-returned")
    {
        Reason = "no-id-token",
        MustNotFail = ["claims-jwt-*"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Notes
        ? application with { Scopes = [.. application.Scopes.Where(scope => scope != "openid")] }
        : application;
}
