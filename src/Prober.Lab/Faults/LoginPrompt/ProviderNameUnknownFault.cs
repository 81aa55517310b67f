namespace Prober.Lab;

/// <summary>The provider's name was taken out of the DNS that browsers ask; servers have it in their hosts file.</summary>
internal sealed class ProviderNameUnknownFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ProviderNameUnknown, "F16", "provider-name-unknown",
        "The identity provider's name does not resolve.", "login-prompt-idp-available")
    {
        Reason = "dns",
        MustNotFail = ["credentials-browser-console"],
        ScenarioTweak = "The browser needs LabHost.BrowserArguments, so that the name is unknown whatever the resolver says.",
    };

    public override LabOptions Prepare(LabOptions options) => options with { ProviderNameUnknown = true };
}
