namespace Prober.Lab.Provider.Pages;

/// <summary>Identifier and password on one page.</summary>
internal sealed class CombinedScreen : LoginScreen
{
    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Alert(form)}
        {Fields.Lead(form)}
        <form method="post" action="{Paths.WithState(Paths.Login, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Password(form)}
          {Fields.Submit}
        </form>
        {Fields.UpstreamButtons(form)}
        """);
}
