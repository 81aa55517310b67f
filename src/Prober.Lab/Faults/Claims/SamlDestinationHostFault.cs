using Prober.Lab.Saml;

namespace Prober.Lab;

/// <summary>The response is addressed to somebody else.</summary>
internal sealed class SamlDestinationHostFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SamlDestinationHost, "F90", "saml-destination-host",
        "The SAML response's Destination names another host than the one it is posted to.", "claims-saml-destination")
    {
        MustNotFail = ["claims-saml-audience"],
        Scenario = LabScenario.Saml,
    };

    public override SamlResponseDraft AlterSamlResponse(SamlResponseDraft draft) =>
        draft with { Destination = new UriBuilder(draft.Destination) { Host = "ledger.old.localhost" }.Uri.ToString() };
}
