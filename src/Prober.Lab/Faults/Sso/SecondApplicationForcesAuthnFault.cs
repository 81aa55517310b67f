using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The SAML application insists on fresh credentials.</summary>
internal sealed class SecondApplicationForcesAuthnFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SecondApplicationForcesAuthn, "F104", "second-application-forces-authn",
        "Ledger's AuthnRequest carries ForceAuthn=\"true\".", "sso-prompt-param")
    {
        MustNotFail = ["claims-saml-*"],
        Scenario = LabScenario.Saml,
        ScenarioTweak = "The journey begins at Portal and goes on to Ledger.",
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application with { ForceAuthn = true };
}
