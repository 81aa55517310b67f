using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>A Content-Security-Policy was added to a login page whose fields are drawn by a script.</summary>
internal sealed class LoginScriptBlockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LoginScriptBlocked, "F20", "login-script-blocked",
        "The customised login page forbids its own script, so no form appears.", "login-prompt-customization-clean")
    {
        MustNotFail = ["login-prompt-idp-available", "login-prompt-connection-enabled"],
    };

    public override LoginScreen LoginScreen { get; } = new BlockedScriptScreen();
}
