using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>A line of the customised login template calls what is not there, and the button was to be wired after it.</summary>
internal sealed class LoginTemplateBrokenFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LoginTemplateBroken, "F21", "login-template-broken",
        "An inline script of Portal's customised login page throws, and the button does nothing.", "login-prompt-customization-clean")
    {
        Reason = "submit-dead",
        MustNotFail = ["credentials-no-error-shown"],
        ScenarioTweak = "The scenario names Billing as another door, whose login page is not customised.",
    };

    public override LoginScreen LoginScreen { get; } = new BrokenTemplateScreen("Portal");
}
