using Prober.Lab.Hosting;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>What an ad blocker in the network does to a counter on the login page: harmless.</summary>
internal sealed class AnalyticsBlockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.AnalyticsBlocked, "F22", "analytics-blocked",
        "The login page's analytics script is blocked; the login does not need it.", null)
    {
        MustNotFail = ["login-prompt-customization-clean", "credentials-browser-console"],
    };

    public override LoginScreen LoginScreen { get; } = new AnalyticsScreen($"https://{LabNames.Analytics}/collect.js");
}
