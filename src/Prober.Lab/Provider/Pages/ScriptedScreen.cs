namespace Prober.Lab.Provider.Pages;

/// <summary>A page without a <c>form</c>: a script draws the fields and posts JSON.</summary>
internal sealed class ScriptedScreen : LoginScreen
{
    public override string Entry(LoginForm form) => ScriptedPage.Render(form, delayMilliseconds: 0, fixedError: null);
}
