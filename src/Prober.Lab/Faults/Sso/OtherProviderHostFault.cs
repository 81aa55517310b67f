using Prober.Lab.Applications;
using Prober.Lab.Hosting;

namespace Prober.Lab;

/// <summary>Portal moved to the provider's custom domain, and Billing still asks the canonical one, where the browser has other cookies.</summary>
internal sealed class OtherProviderHostFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.OtherProviderHost, "F100", "other-provider-host",
        "Billing asks the provider at its canonical name, Portal at its custom domain.", "sso-same-browser")
    {
        Reason = "different-idp-host",
        MustNotFail = ["sso-prompt-param"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Billing
        ? application with { Issuer = new UriBuilder(application.Issuer) { Host = LabNames.CanonicalProvider }.Uri }
        : application;
}
