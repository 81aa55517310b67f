namespace Prober.Lab.Provider.Pages;

/// <summary>Says "wrong password" whatever the answer was, so that only the request's status tells a lockout.</summary>
internal sealed class MisleadingErrorScreen : LoginScreen
{
    public override string Entry(LoginForm form) =>
        ScriptedPage.Render(form, delayMilliseconds: 0, fixedError: "Wrong email or password");
}
