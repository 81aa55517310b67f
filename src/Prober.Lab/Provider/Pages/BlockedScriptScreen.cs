namespace Prober.Lab.Provider.Pages;

/// <summary>A customised login page whose own policy forbids the script that would draw the fields.</summary>
internal sealed class BlockedScriptScreen : LoginScreen
{
    public override string ContentSecurityPolicy =>
        "default-src 'self'; img-src 'self' data:; script-src https://cdn.example.com; style-src 'self'";

    public override string Entry(LoginForm form) =>
        ScriptedPage.Render(form, delayMilliseconds: 0, fixedError: null);
}
