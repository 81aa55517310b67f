namespace Prober.Lab.Provider.Pages;

/// <summary>A healthy page that holds its error texts in advance, hidden until they are needed.</summary>
internal sealed class HiddenErrorTextScreen : LoginScreen
{
    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Alert(form)}
        {Fields.Lead(form)}
        <div class="alert" role="alert" hidden>Wrong email or password</div>
        <p class="alert" style="display:none">Your account has been blocked after multiple consecutive login attempts.</p>
        <form method="post" action="{Paths.WithState(Paths.Login, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Password(form)}
          {Fields.Submit}
        </form>
        """);
}
