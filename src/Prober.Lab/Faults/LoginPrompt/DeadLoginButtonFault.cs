using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The script behind Portal's login button is gone (404), so a click does nothing.</summary>
internal sealed class DeadLoginButtonFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.DeadLoginButton, "F01", "dead-login-button",
        "Portal's login button waits for a script that the server does not have.", "login-prompt-authorize-seen")
    {
        MustNotFail = ["login-prompt-idp-available", "credentials-*"],
        ScenarioTweak = "The journey begins at the landing page and clicks Log in.",
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { LoginScript = "/assets/portal.4f7a91.js" } : application;
}
