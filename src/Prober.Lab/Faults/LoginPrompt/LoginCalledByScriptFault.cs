using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>A protected API of Portal answers a background request with a redirect to the login, which no script can follow.</summary>
internal sealed class LoginCalledByScriptFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LoginCalledByScript, "F03", "login-called-by-script",
        "Portal's login button calls a protected API, which answers the script with a redirect to the identity provider.",
        "login-prompt-authorize-seen")
    {
        Reason = "authorize-called-by-xhr",
        MustNotFail = ["login-prompt-idp-available", "credentials-browser-console"],
        ScenarioTweak = "The journey begins at the landing page and clicks Log in.",
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { LoginScript = "/assets/background-login.js" } : application;
}
