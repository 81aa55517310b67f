namespace Prober.Lab.Provider.Pages;

/// <summary>Says "Loading" for three seconds before the fields appear.</summary>
internal sealed class SlowLoadingScreen : LoginScreen
{
    public override string Entry(LoginForm form) => ScriptedPage.Render(form, delayMilliseconds: 3_000, fixedError: null);
}
